<?php

/* A pack is bought, and places are put into it. */

function packs(Story $story): void
{
    $vendor = $story->vendor;
    checkListAndOne($story, 'packs', 'listPacks', 'getPack');
    $attached = [];
    check('a pack has sets of stocks, none of them empty', function () use ($vendor) {
        $details = $vendor->call('getPackDetails', [], $vendor->call('listPacks')[0]->id);
        $set = firstOf($details->sets, 'set');
        $stock = firstOf($set->stocks, 'stock of a set');
        $kept = $vendor->call('getPackDetails', ['stockid' => $stock->id], $details->id);
        isTrue(count($kept->sets) <= count($details->sets), 'a stock keeps the sets it is in');
    });
    check('a place is attached to a pack of the same order',
        function () use ($story, $vendor, &$attached) {
            $pack = $vendor->call('listPacks')[0];
            $stocks = $vendor->call('listStocks', ['packid' => $pack->id]);
            $main = buy($vendor, firstOf($stocks, 'stock of the pack'), 1)[0];
            $place = buy($vendor, $story->stock, 1, ['orderid' => $main->orderid])[0];
            $body = ['mainproductid' => $main->id];
            $attached = [$main, $vendor->call('attachProduct', $body, $place->id)];
            same($main->id, $attached[1]->mainproductid, 'mainproductid');
        });
    check('it is listed under the pack product', function () use ($vendor, &$attached) {
        [$main, $place] = $attached;
        $inside = $vendor->call('listProducts', ['mainproductid' => $main->id]);
        same([$place->id], array_column($inside, 'id'), 'products');
    });
    check('a place of another order is refused', function () use ($story, $vendor, &$attached) {
        $stranger = buy($vendor, $story->stock, 1)[0];
        $body = ['mainproductid' => $attached[0]->id];
        refused(409, fn () => $vendor->call('attachProduct', $body, $stranger->id));
    });
}
