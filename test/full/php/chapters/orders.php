<?php

/* Orders written by a client: whole, or one thing at a time. */

function orders(Story $story): void
{
    $vendor = $story->vendor;
    $id = 'UNKNOWN';
    check('creates an order without products', function () use ($story, $vendor, &$id) {
        $order = $vendor->call('createOrder', [
            'language' => 'fr',
            'id' => '',
            'name' => 'Groupe scolaire',
            'country' => 'be',
            'postalcode' => '4000',
            'automaticcancel' => false,
            'contactid' => $story->contact->id,
            'notes' => 'n',
            'metadata' => ['a' => 1],
        ]);
        $id = $order->id;
        same('0', $order->status->id, 'status');
        same((object) ['a' => 1], $order->metadata, 'metadata');
        same([], $vendor->call('listProducts', ['orderid' => $id]), 'products');
    });
    check('creates an order of which nothing is known', function () use ($vendor) {
        $empty = (object) [
            'language' => '', 'id' => '', 'name' => '', 'country' => '', 'postalcode' => '',
            'automaticcancel' => false, 'contactid' => '', 'notes' => '', 'metadata' => [],
        ];
        same('', $vendor->call('createOrder', wholeOrder($empty))->contactid, 'contactid');
    });
    check('an order that is read and written back is the same', function () use ($vendor, &$id) {
        $before = $vendor->call('getOrder', [], $id);
        same($before, $vendor->call('updateOrder', wholeOrder($before), $id), 'the answer');
        same($before, $vendor->call('getOrder', [], $id), 'the order');
    });
    check('a whole order without metadata loses what it had', function () use ($vendor, &$id) {
        $order = $vendor->call('getOrder', [], $id);
        $order->notes = 'changed';
        $order->metadata = [];
        $written = $vendor->call('updateOrder', wholeOrder($order), $id);
        same('changed', $written->notes, 'notes');
        same([], (array) $written->metadata, 'metadata');
    });
    oneThingAtATime($vendor, $id);
    leaving($story, $vendor);
}

function oneThingAtATime(Vendor $vendor, string &$id): void
{
    $set = fn (array $fields) => $vendor->call('updateOrder', $fields, $id);
    check('metadata is sent as a JSON text and read as an object', function () use ($set) {
        same((object) ['k' => 'v'], $set(['metadata' => '{"k":"v"}'])->metadata, 'metadata');
    });
    check('a language alone is set', function () use ($set) {
        same('nl', $set(['language' => 'nl'])->language, 'language');
    });
    check('notes are set, and the language of the answer leaves that of the order',
        function () use ($set) {
            $order = $set(['notes' => 'hello']);
            same(['hello', 'nl'], [$order->notes, $order->language], 'notes and language');
            same((object) ['k' => 'v'], $order->metadata, 'metadata');
        });
    check('a status that only the vendor decides is refused',
        fn () => refused(400, fn () => $set(['statusid' => 12])));
    check('an unknown order is refused',
        fn () => refused(404, fn () => $vendor->call('getOrder', [], 'UNKNOWN')));
}

/** Two ways to give places back. */
function leaving(Story $story, Vendor $vendor): void
{
    $free = fn () => $vendor->call('getStock', [], $story->stock->id)->capacity_free;
    $buy = fn () => buy($vendor, $story->stock, 2)[0]->orderid;
    check('a cleared order is empty, and its places are free again',
        function () use ($vendor, $free, $buy) {
            $before = $free();
            $id = $buy();
            same($before - 2, $free(), 'free places');
            same($id, $vendor->call('clearOrder', [], $id)->id, 'id');
            same([], $vendor->call('listProducts', ['orderid' => $id]), 'products');
            same($before, $free(), 'free places');
        });
    check('a cancelled order gives its places back', function () use ($vendor, $free, $buy) {
        $before = $free();
        $id = $buy();
        same('-10', $vendor->call('updateOrder', ['statusid' => -10], $id)->status->id, 'status');
        same($before, $free(), 'free places');
    });
    check('numbers may be texts and fields may be left out, as in the documentation',
        function () use ($story, $vendor) {
            $wish = stockRequest($story->stock, 2);
            $needed = array_flip(['stockid', 'categoryid', 'priceid']);
            $request = ['quantity' => '2'] + array_intersect_key($wish, $needed);
            $products = $vendor->call('requestProducts', ['requests' => [$request]]);
            $fields = ['statusid' => '1', 'contactid' => $story->contact->id];
            $order = $vendor->call('updateOrder', $fields, $products[0]->orderid);
            same('1', $order->status->id, 'status');
            $vendor->call('updateOrder', ['statusid' => '-10'], $order->id);
        });
}
