<?php

/* Who calls, and how a call looks on the wire. */

function access(Story $story): void
{
    wire($story);
    signatures($story);
    $vendor = $story->vendor;
    check('pings without credentials', function () use ($vendor) {
        same('pong', $vendor->callUnsigned('ping', ['language' => 'en'])->message, 'message');
    });
    check('a ping gives back the parameters it was sent', function () use ($vendor) {
        $pong = $vendor->callUnsigned('ping', ['colour' => 'blue', 'language' => 'en']);
        same('blue', $pong->params?->colour, 'params.colour');
    });
    check('authenticates, with the client of the application', function () use ($vendor) {
        isTrue($vendor->call('authenticate')->client->id !== '', 'the client has an id');
    });
    check('an unknown path is refused in the envelope', function () use ($vendor) {
        $reply = $vendor->send('GET', 'shop/nowhere//', (new Credentials())->fields());
        same(404, envelopeOf($reply)->error?->code, 'code');
    });
}

function wire(Story $story): void
{
    $caller = new Credentials(
        username: 'desk-1',
        language: 'en',
        timestamp: '2026-11-21T19:35:58+00:00',
    );
    check('a call has the bytes that were measured: four headers, no User-Agent, a body on GET',
        function () use ($story, $caller) {
            $reply = $story->vendor->send('GET', 'shop/orders//', $caller->fields());
            $lines = explode("\r\n", rtrim($reply->sentHead));
            $request = array_shift($lines);
            isTrue(str_ends_with($request, '/v1/shop/orders// HTTP/1.1'), $request);
            same('Host', strstr($lines[0], ':', true), 'first header');
            $others = ['Accept: */*', 'Content-Type: application/json', 'Content-Length: 186'];
            same($others, array_slice($lines, 1), 'headers');
            readList('Order', envelopeOf($reply)->response, 'response');
        });
    $calls = [
        'GET system/authenticate' => 200,
        'GET shop/orders/tickets' => 200,
        'PATCH shop/orders/UNKNOWN' => 404,
        'DELETE shop/products/UNKNOWN' => 404,
        'PATCH shop/products/UNKNOWN/attach' => 404,
    ];
    foreach (['no slash' => '', 'one slash' => '/', 'two slashes' => '//'] as $words => $slashes) {
        check("a path may end in $words, with no redirect",
            function () use ($story, $calls, $slashes) {
                foreach ($calls as $call => $status) {
                    [$method, $path] = explode(' ', $call);
                    $body = (new Credentials())->fields() + ['mainproductid' => 'UNKNOWN'];
                    $reply = $story->vendor->send($method, "$path$slashes", $body);
                    same($status, envelopeOf($reply)->status_code, "$call$slashes");
                }
            });
    }
}

/** Keys, timestamps and what they sign to, as documented. */
function signatures(Story $story): void
{
    $known = new Credentials('PUB', 'PRIV', timestamp: '2020-03-04T10:18:58+01:00');
    $desk = new Credentials(timestamp: '2026-11-21T19:35:58+00:00');
    $forged = new Credentials(privateKey: 'not-the-key', timestamp: '2026-11-21T19:35:58+00:00');
    $vectors = [
        'c84f3d67c1fff51bf35d228d29ce0263872189a86b5389c4da9c2c9a38227ee5' => $known,
        'e08e7376b5e138422d5801763854abd592d6be23c50cf8a1aea2cf5ba9d0da62' => $desk,
        '0ae92acddbf9219ef0fea03af9575889abd0a26f88395069f4d6198caf6500bb' => $forged,
    ];
    check('PHP signs the three known texts as known', function () use ($vectors) {
        foreach ($vectors as $signature => $caller) {
            same($signature, $caller->fields()['signature'], 'signature');
        }
    });
    check('the two signatures made with the right key are accepted',
        function () use ($story, $known, $desk) {
            isTrue($story->vendor->callAs($known, 'authenticate')->id !== '', 'PUB is known');
            isTrue($story->vendor->callAs($desk, 'authenticate')->id !== '', 'the desk is known');
        });
    check('a signature made with another key is refused',
        fn () => refused(401, fn () => $story->vendor->callAs($forged, 'authenticate')));
}
