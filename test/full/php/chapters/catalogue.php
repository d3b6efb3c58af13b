<?php

/* Streams, merchandise, coupons and plans. */

function catalogue(Story $story): void
{
    $vendor = $story->vendor;
    checkListAndOne($story, 'streams', 'listStreams', 'getStream');
    foreach (['contactid', 'accesscode'] as $key) {
        check("whether a stream may be watched is a bare number, by $key",
            function () use ($story, $vendor, $key) {
                $given = [$key => $key === 'contactid' ? $story->contact->id : 'ABCDEF123456'];
                $id = idOfFirst($vendor, 'listStreams');
                $granted = $vendor->call('checkStreamAccess', $given, $id);
                isTrue(in_array($granted, [-1, 1, 10, 20, 30], true), "$granted is known");
            });
    }
    checkListAndOne($story, 'pieces of merchandise', 'listMerchandising', 'getMerchandising');
    $categories = ['listMerchandisingCategories', 'getMerchandisingCategory'];
    checkListAndOne($story, 'merchandise categories', ...$categories);
    checkListAndOne($story, 'finance items', 'listFinanceItems', 'getFinanceItem');
    check('reads the details of a finance item', fn () => $vendor->call(
        'getFinanceItemDetails',
        [],
        idOfFirst($vendor, 'listFinanceItems'),
    ));
    check('reads the plan of a stock as SVG', function () use ($story, $vendor) {
        $id = $story->seatStock->planid;
        $plan = $vendor->call('getPlan', [], $id === '' ? 'UNKNOWN' : $id);
        isTrue(str_contains($plan->svg, '<svg'), 'it is SVG');
    });
}
