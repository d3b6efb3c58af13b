<?php

/** One answer as it came, before anybody reads it. */
final class Reply
{
    public function __construct(
        public readonly int $status,
        public readonly string $contentType,
        public readonly string $text,
        public readonly int $redirects,
        /** Request line and headers that went out. */
        public readonly string $sentHead,
    ) {
    }
}

/**
 * Sends as a PHP client does that hands its body to curl for every method: HTTP/1.1, no
 * User-Agent, redirects followed, ten seconds to connect and thirty in all.
 */
function send(string $method, string $url, ?string $body = null): Reply
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
        CURLOPT_FOLLOWLOCATION => true,
        CURLOPT_CONNECTTIMEOUT => 10,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_RETURNTRANSFER => true,
        // Whatever the environment says: sosie is on this machine.
        CURLOPT_PROXY => '',
        CURLINFO_HEADER_OUT => true,
    ]);
    if ($body !== null) {
        curl_setopt($curl, CURLOPT_HTTPHEADER, ['Content-Type: application/json']);
        curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
    }
    $text = curl_exec($curl);
    if ($text === false) {
        throw new RuntimeException("$method $url: " . curl_error($curl));
    }
    return new Reply(
        curl_getinfo($curl, CURLINFO_RESPONSE_CODE),
        curl_getinfo($curl, CURLINFO_CONTENT_TYPE) ?? '',
        $text,
        curl_getinfo($curl, CURLINFO_REDIRECT_COUNT),
        curl_getinfo($curl, CURLINFO_HEADER_OUT),
    );
}
