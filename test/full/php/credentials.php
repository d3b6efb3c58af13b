<?php

/** What signs a call: nothing but public key and timestamp, so it fits every call. */
final class Credentials
{
    public function __construct(
        private readonly string $publicKey = 'TEST-PUBLIC-KEY',
        private readonly string $privateKey = 'TEST-PRIVATE-KEY',
        private readonly string $username = '',
        private readonly string $language = 'fr',
        /** Absent: the time of the call. */
        private readonly ?string $timestamp = null,
    ) {
    }

    /** The five fields every call carries in its body. */
    public function fields(): array
    {
        $timestamp = $this->timestamp ?? date('c');
        return [
            'publickey' => $this->publicKey,
            'timestamp' => $timestamp,
            'signature' => hash_hmac('sha256', $this->publicKey . $timestamp, $this->privateKey),
            'username' => $this->username,
            'language' => $this->language,
        ];
    }
}
