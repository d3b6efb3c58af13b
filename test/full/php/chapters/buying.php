<?php

/* From two places of the first price to a confirmed order. */

function buying(Story $story): void
{
    requesting($story);
    promoCodes($story);
    removing($story);
    confirming($story);
}

function requesting(Story $story): void
{
    $vendor = $story->vendor;
    check('two places are two products of one new order, each with its ticket',
        function () use ($story, $vendor) {
            $story->products = buy($vendor, $story->stock, 2);
            same(2, count($story->products), 'number of products');
            $orders = array_unique(array_column($story->products, 'orderid'));
            same(1, count($orders), 'number of orders');
            $story->orderId = $orders[0];
        });
    check('the new order is being created, expires later, and has a label',
        function () use ($story, $vendor) {
            $order = $vendor->call('getOrder', [], $story->orderId);
            same('0', $order->status->id, 'status');
            isTrue($order->expires > $order->created, 'it expires after its creation');
            isTrue(preg_match('/^ORD\d+$/', $order->label) === 1, "label $order->label");
        });
    check('the places are gone from the stock and from its category',
        function () use ($story, $vendor) {
            $left = $vendor->call('getStock', [], $story->stock->id);
            same($story->stock->capacity_free - 2, $left->capacity_free, 'of the stock');
            $before = array_sum(array_column($story->stock->categories, 'capacity_free'));
            $after = array_sum(array_column($left->categories, 'capacity_free'));
            same($before - 2, $after, 'of its categories');
        });
    check('products are listed by order, and read by their ids', function () use ($story, $vendor) {
        $listed = $vendor->call('listProducts', ['orderid' => $story->orderId]);
        same(array_column($story->products, 'id'), array_column($listed, 'id'), 'ids');
        $product = $vendor->call('getProduct', [], $listed[0]->id);
        same($listed[0], $product, 'product');
    });
    check('what cannot be had whole is an empty list, and no place is taken',
        function () use ($story, $vendor) {
            $free = fn () => $vendor->call('getStock', [], $story->stock->id)->capacity_free;
            $before = $free();
            $requests = [
                stockRequest($story->stock, 1),
                ['quantity' => 999] + stockRequest($story->seatStock, 1),
            ];
            same([], $vendor->call('requestProducts', ['requests' => $requests]), 'products');
            same($before, $free(), 'free places');
        });
    check('changes a product, with no field at all', function () use ($story, $vendor) {
        $id = $story->products[0]->id;
        same($id, $vendor->call('updateProduct', [], $id)->id, 'id');
    });
}

function promoCodes(Story $story): void
{
    $vendor = $story->vendor;
    check('a promo code is valid for its stock', function () use ($story, $vendor) {
        $wanted = ['label' => 'SUPERPROMO', 'stockid' => $story->stock->id];
        $story->promoCode = firstOf($vendor->call('listPromoCodes', $wanted), 'promo code');
        same('SUPERPROMO', $story->promoCode->label, 'label');
        same('1000', $story->promoCode->discount->percentage, 'hundredths of a percent');
    });
    check('a promo code is valid for an order', function () use ($story, $vendor) {
        $wanted = ['label' => 'SUPERPROMO', 'orderid' => $story->orderId];
        $found = firstOf($vendor->call('listPromoCodes', $wanted), 'promo code');
        same($story->promoCode->id, $found->id, 'id');
    });
    check('an unknown promo code, and one of another stock, is an empty list',
        function () use ($story, $vendor) {
            $unknown = ['label' => 'NOWHERE', 'stockid' => $story->stock->id];
            same([], $vendor->call('listPromoCodes', $unknown), 'promo codes');
            $elsewhere = ['label' => 'SUPERPROMO', 'stockid' => $story->seatStock->id];
            same([], $vendor->call('listPromoCodes', $elsewhere), 'promo codes');
        });
    check('reads a promo code by its id', function () use ($story, $vendor) {
        same($story->promoCode, $vendor->call('getPromoCode', [], $story->promoCode->id), 'code');
    });
    check('with its id prices are lower, and say what they were',
        function () use ($story, $vendor) {
            $price = promised($story, $vendor);
            $full = firstPrice($story->stock)->value->amount;
            same($full, $price->promo?->initalprice, 'price before');
            same((int) round($full * 0.9), $price->value->amount, 'price now');
        });
    check('a place bought with it costs what was shown', function () use ($story, $vendor) {
        $more = ['promocodeids' => [$story->promoCode->id]];
        $product = firstOf(buy($vendor, $story->stock, 1, $more), 'product');
        $shown = promised($story, $vendor)->value->amount;
        same($shown, $product->price->value->amount, 'price');
        $vendor->call('clearOrder', [], $product->orderid);
    });
    check('a promo code reprices an order that has none', function () use ($story, $vendor) {
        $product = firstOf(buy($vendor, $story->stock, 1), 'product');
        $order = ['orderid' => $product->orderid];
        $repriced = $vendor->call('attachPromoCode', $order, $story->promoCode->id);
        same($product->id, firstOf($repriced, 'product')->id, 'id');
        isTrue($repriced[0]->price->value->amount < $product->price->value->amount, 'cheaper');
        $vendor->call('deleteProducts', $order);
    });
}

/** The first price of the stock, with the promo code. */
function promised(Story $story, Vendor $vendor): object
{
    $stocks = $vendor->call('listStocks', [
        'eventid' => $story->stock->eventid,
        'promocodeids' => [$story->promoCode->id],
    ]);
    $isIt = fn ($stock) => $stock->id === $story->stock->id;
    return firstPrice(firstWith($stocks, $isIt, 'stock'));
}

function firstPrice(object $stock): object
{
    return $stock->categories[0]->prices[0];
}

function removing(Story $story): void
{
    $vendor = $story->vendor;
    check('a place is added to an order and removed again', function () use ($story, $vendor) {
        $ids = fn () => array_column(
            $vendor->call('listProducts', ['orderid' => $story->orderId]),
            'id',
        );
        $before = $ids();
        $added = buy($vendor, $story->stock, 1, ['orderid' => $story->orderId]);
        same([...$before, $added[0]->id], $ids(), 'products');
        $vendor->call('deleteProduct', [], $added[0]->id);
        same($before, $ids(), 'products');
    });
    check('all products of an order are removed at once', function () use ($story, $vendor) {
        $added = buy($vendor, $story->stock, 2);
        $order = ['orderid' => $added[0]->orderid];
        $vendor->call('deleteProducts', $order);
        same([], $vendor->call('listProducts', $order), 'products');
    });
}

function confirming(Story $story): void
{
    $vendor = $story->vendor;
    check('an order is not confirmed without a contact', fn () => refused(409,
        fn () => $vendor->call('updateOrder', ['statusid' => 1], $story->orderId)));
    check('an order is confirmed with a contact', function () use ($story, $vendor) {
        $fields = ['contactid' => $story->contact->id, 'statusid' => 1];
        $order = $vendor->call('updateOrder', $fields, $story->orderId);
        same($story->contact->id, $order->contactid, 'contactid');
        isTrue((int) $order->status->id >= 1, 'it is confirmed');
    });
    check('it is listed by contact and by e-mail, its contact by its label',
        function () use ($story, $vendor) {
            foreach (['contactid' => 'id', 'email' => 'email'] as $filter => $field) {
                $orders = $vendor->call('listOrders', [$filter => $story->contact->$field]);
                same([$story->orderId], array_column($orders, 'id'), "orders by $filter");
            }
            $label = ['orderreference' => $orders[0]->label];
            $found = $vendor->call('listContacts', $label);
            same([$story->contact->id], array_column($found, 'id'), 'contacts');
            $ofContact = ['contactid' => $story->contact->id];
            same(2, count($vendor->call('listProducts', $ofContact)), 'number of products');
        });
    check('before it is paid it has no tickets to print', function () use ($story, $vendor) {
        $order = ['orderid' => $story->orderId];
        same([], $vendor->call('listTicketSets', $order), 'ticket sets');
        refused(409, fn () => $vendor->call('getTicketPdf', $order));
    });
}
