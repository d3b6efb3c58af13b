<?php

require_once __DIR__ . '/calls.php';
require_once __DIR__ . '/credentials.php';
require_once __DIR__ . '/http.php';
require_once __DIR__ . '/read.php';

/** The vendor said no: its code and its message. */
final class Refusal extends RuntimeException
{
}

/** Told so by an answer 501 in the vendor's envelope, as announced. */
final class NotBuilt extends RuntimeException
{
}

/** The vendor as its callers see it. */
final class Vendor
{
    /** @param string[] $notBuilt method and path of each, as in `GET shop/orders/{}` */
    public function __construct(private readonly string $base, private readonly array $notBuilt)
    {
    }

    /**
     * One signed call, read in full. The ids fill the path in their order; a field of the call
     * takes the place of a credential of the same name, which is how `language` gets its meanings.
     */
    public function call(string $name, array $fields = [], string ...$ids): mixed
    {
        return $this->callAs(new Credentials(), $name, $fields, ...$ids);
    }

    public function callAs(
        Credentials $caller,
        string $name,
        array $fields = [],
        string ...$ids,
    ): mixed {
        return $this->callUnsigned($name, array_merge($caller->fields(), $fields), ...$ids);
    }

    public function callUnsigned(string $name, array $body, string ...$ids): mixed
    {
        [$method, $path, $kind] = CALLS[$name];
        $filled = vsprintf(str_replace('{}', '%s', $path), array_map(rawurlencode(...), $ids));
        $reply = $this->send($method, $filled, $body);
        if (!in_array($method . ' ' . rtrim($path, '/'), $this->notBuilt, true)) {
            return answerOf($reply, $kind);
        }
        $envelope = envelopeOf($reply);
        if ($envelope->status_code !== 501 || $envelope->success) {
            throw new Unreadable("$name is not built, yet answered $reply->status $reply->text");
        }
        throw new NotBuilt($envelope->error->message);
    }

    /** What goes over the wire, given as it is. */
    public function send(string $method, string $path, array $body): Reply
    {
        return send($method, "{$this->base}v1/$path", json_encode($body));
    }
}

/** What an answer holds, read as what it should be. */
function answerOf(Reply $reply, string $kind): mixed
{
    $envelope = envelopeOf($reply);
    if ($envelope->error !== null) {
        throw new Refusal($envelope->error->message, $envelope->error->code);
    }
    if ($envelope->success !== true || $reply->status !== 200) {
        throw new Unreadable("no success: $reply->status $reply->text");
    }
    return match (true) {
        $kind === 'success' => true,
        $kind === 'number' => asInteger($envelope->response),
        str_starts_with($kind, 'list of ') =>
            readList(substr($kind, strlen('list of ')), $envelope->response, 'response'),
        default => readObject($kind, $envelope->response, $kind),
    };
}

/** Every answer is JSON in one envelope, wherever it comes from. */
function envelopeOf(Reply $reply): object
{
    $said = "$reply->status $reply->contentType $reply->text";
    if ($reply->redirects > 0) {
        throw new Unreadable("redirected $reply->redirects times: $said");
    }
    if (!str_starts_with($reply->contentType, 'application/json')) {
        throw new Unreadable("not JSON: $said");
    }
    $sent = json_decode($reply->text, flags: JSON_THROW_ON_ERROR);
    $envelope = readObject('Envelope', $sent, 'envelope');
    // A client that is handed "true" or 1 takes it for a failure.
    if (!is_bool($sent->success) || !is_bool($sent->cached)) {
        throw new Unreadable("success and cached are true or false: $said");
    }
    if ($envelope->status_code !== $reply->status || $envelope->api_version !== 1) {
        throw new Unreadable("status_code or api_version differs: $said");
    }
    if ($envelope->success === ($envelope->error !== null)) {
        throw new Unreadable("error goes with a failure, and only with it: $said");
    }
    return $envelope;
}
