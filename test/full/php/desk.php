<?php

/* What several chapters do. */

/** Two checks: a list that is not empty, and one of it read by its id. */
function checkListAndOne(Story $story, string $what, string $list, string $one): void
{
    $id = 'UNKNOWN';
    check("lists $what", function () use ($story, $what, $list, &$id) {
        $id = firstOf($story->vendor->call($list, ['limit' => 10]), $what)->id;
    });
    check("reads one of the $what by its id", function () use ($story, $one, &$id) {
        same($id, $story->vendor->call($one, [], $id)->id, 'id');
    });
}

/** The id of the first in a list; a list that is not built does not hide the calls below it. */
function idOfFirst(Vendor $vendor, string $list): string
{
    try {
        return firstOf($vendor->call($list), $list)->id;
    } catch (NotBuilt) {
        return 'UNKNOWN';
    }
}

/** Places at the first price of a stock that has as many: the products. */
function buy(Vendor $vendor, object $stock, int $quantity, array $more = []): array
{
    $requests = [stockRequest($stock, $quantity, $more)];
    return $vendor->call('requestProducts', ['requests' => $requests]);
}
