<?php

/* What can be bought. */

function stocks(Story $story): void
{
    $vendor = $story->vendor;
    check('lists the stocks of an event, with places and prices',
        function () use ($story, $vendor) {
            $stocks = $vendor->call('listStocks', [
                'eventid' => $story->event->id,
                'promocodeids' => [],
            ]);
            same([$story->event->id], array_unique(array_column($stocks, 'eventid')), 'events');
            $story->stock = sellable($vendor, 'Seat');
            $story->seatStock = sellable($vendor, 'Numbered seat');
        });
    check('lists the stocks of a time slot, whose ids are compound',
        function () use ($story, $vendor) {
            $stocks = $vendor->call('listStocks', ['timeslotid' => $story->timeSlot->id]);
            $id = firstOf($stocks, 'stock of a time slot')->id;
            isTrue(str_ends_with($id, "-TS-{$story->timeSlot->id}"), "$id names its time slot");
            same($id, $vendor->call('getStock', [], $id)->id, 'id');
        });
    check('a stream that is not there has no stocks', function () use ($vendor) {
        same([], $vendor->call('listStocks', ['streamid' => 'UNKNOWN']), 'stocks');
    });
    check('reads a stock by its id', function () use ($story, $vendor) {
        same($story->stock, $vendor->call('getStock', [], $story->stock->id), 'stock');
    });
    check('an unknown stock is refused, never empty',
        fn () => refused(404, fn () => $vendor->call('getStock', [], 'UNKNOWN')));
    check('suggests other stocks with free places', function () use ($story, $vendor) {
        $suggested = $vendor->call('listSuggestedStocks', [], $story->stock->id);
        isTrue(!in_array($story->stock->id, array_column($suggested, 'id'), true), 'others');
        foreach ($suggested as $stock) {
            isTrue($stock->capacity_free > 0, "$stock->label has free places");
        }
    });
    check('adapts a stock', fn () => $vendor->call('adaptStock', [], $story->stock->id));
}

const PRODUCT_TYPES = ['Seat' => 1, 'Numbered seat' => 2];

/** The first stock with promo codes that has five free places in its first category. */
function sellable(Vendor $vendor, string $productType): object
{
    $isSellable = fn ($stock) => $stock->producttypeid === PRODUCT_TYPES[$productType]
        && $stock->haspromocodes
        && $stock->categories[0]->capacity_free >= 5
        && $stock->categories[0]->prices[0]->value->amount > 0;
    return firstWith($vendor->call('listStocks'), $isSellable, "stock of type $productType");
}
