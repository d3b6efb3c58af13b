<?php

/* A numbered seat is chosen from the plan. */

function seats(Story $story): void
{
    $vendor = $story->vendor;
    $seat = 'UNKNOWN';
    check('lists the free seats of a stock by category', function () use ($story, $vendor, &$seat) {
        $categories = $vendor->call('listPlanCategories', [], $story->seatStock->id);
        $seats = firstOf($categories, 'category of the plan')->seatids;
        isTrue(count($seats) > 2, 'several seats are free');
        $seat = end($seats);
    });
    check('a place moves to the seat that is taken for its order',
        function () use ($story, $vendor, &$seat) {
            $product = buy($vendor, $story->seatStock, 1)[0];
            $wanted = ['orderid' => $product->orderid, 'planseatid' => $seat];
            $category = $vendor->call('takeSeat', $wanted, $story->seatStock->id);
            isTrue(!in_array($seat, $category->seatids, true), 'the seat is free no more');
            $moved = $vendor->call('getProduct', [], $product->id);
            same($seat, $moved->positionid, 'positionid');
            isTrue($moved->ticket->positionlabel !== '', 'the ticket names the seat');
        });
    check('a seat that is taken is refused to another order',
        function () use ($story, $vendor, &$seat) {
            $other = buy($vendor, $story->seatStock, 1)[0]->orderid;
            $wanted = ['orderid' => $other, 'planseatid' => $seat];
            refused(409, fn () => $vendor->call('takeSeat', $wanted, $story->seatStock->id));
        });
}
