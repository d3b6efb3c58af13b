<?php

/* The partner's card. */

function cineville(Story $story): void
{
    $vendor = $story->vendor;
    $customer = ['customerid' => 'TEST-CUSTOMER'];
    check('reads the pack product of a card holder',
        fn () => $vendor->call('getCinevillePackProduct', $customer));
    check('lists the products of the card',
        fn () => $vendor->call('listCinevilleProducts', ['packproductid' => 'UNKNOWN']));
    $body = ['mainproductid' => 'UNKNOWN'] + $customer;
    $calls = [
        'attaches a product to the card' => ['attachCinevilleProduct', $body],
        'detaches a product from the card' => ['detachCinevilleProduct', []],
        'confirms a product of the card' => ['confirmCinevilleProduct', $customer],
        'cancels a product of the card' => ['cancelCinevilleProduct', []],
    ];
    foreach ($calls as $sentence => [$call, $fields]) {
        $id = $story->products[0]->id;
        check($sentence, fn () => $vendor->call($call, $fields, $id));
    }
}
