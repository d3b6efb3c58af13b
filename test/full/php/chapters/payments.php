<?php

/* Money decides an order's status. */

function payments(Story $story): void
{
    checkListAndOne($story, 'payment methods', 'listPaymentMethods', 'getPaymentMethod');
    partPayment($story);
    fullPayment($story);
    mollie($story);
}

function statusOf(Story $story, string $orderId): string
{
    return $story->vendor->call('getOrder', [], $orderId)->status->id;
}

function dueOf(Story $story, string $orderId): int
{
    $products = $story->vendor->call('listProducts', ['orderid' => $orderId]);
    return array_sum(array_map(
        fn ($product) => $product->price->value->amount * $product->quantity,
        $products,
    ));
}

function partPayment(Story $story): void
{
    $vendor = $story->vendor;
    $id = 'UNKNOWN';
    check('a part payment makes an order partially paid', function () use ($story, $vendor, &$id) {
        $story->paymentMethod = firstOf($vendor->call('listPaymentMethods'), 'payment method');
        $story->counter = firstOf($vendor->call('listCounters'), 'counter');
        $body = newPayment($story->orderId, $story->paymentMethod->id, 100);
        $body['counterid'] = $story->counter->id;
        $payment = $vendor->call('createPayment', $body);
        $id = $payment->id;
        same(100, $payment->value->amount, 'amount');
        same($story->counter->id, $payment->counter?->id, 'counter');
        same('12', statusOf($story, $story->orderId), 'status');
    });
    check('payments are listed by order, and read by their ids',
        function () use ($story, $vendor, &$id) {
            $listed = $vendor->call('listPayments', ['orderid' => $story->orderId]);
            same([$id], array_column($listed, 'id'), 'ids');
            same($listed[0], $vendor->call('getPayment', [], $id), 'payment');
        });
    check('a payment is written back with another amount and keeps its counter',
        function () use ($story, $vendor, &$id) {
            $body = wholePayment($vendor->call('getPayment', [], $id));
            $body['value']['amount'] = 150;
            $payment = $vendor->call('updatePayment', $body, $id);
            same(150, $payment->value->amount, 'amount');
            same($story->counter->id, $payment->counter?->id, 'counter');
            same('12', statusOf($story, $story->orderId), 'status');
        });
    check('without its payment the order is unpaid again', function () use ($story, $vendor, &$id) {
        $body = wholePayment($vendor->call('getPayment', [], $id));
        $vendor->call('deletePayment', $body, $id);
        same([], $vendor->call('listPayments', ['orderid' => $story->orderId]), 'payments');
        $status = statusOf($story, $story->orderId);
        isTrue(in_array($status, ['1', '10'], true), "status $status is 1 or 10");
    });
}

function fullPayment(Story $story): void
{
    $pay = function (int $amount) use ($story): string {
        $body = newPayment($story->orderId, $story->paymentMethod->id, $amount);
        $story->vendor->call('createPayment', $body);
        return statusOf($story, $story->orderId);
    };
    check('paid in full, an order is paid', function () use ($story, $pay) {
        same('15', $pay(dueOf($story, $story->orderId)), 'status');
    });
    check('paid too much, it is overpaid', fn () => same('18', $pay(100), 'status'));
    check('a negative payment gives the money back', fn () => same('15', $pay(-100), 'status'));
}

function mollie(Story $story): void
{
    $vendor = $story->vendor;
    check('a payment known to Mollie pays what is open, once however often it is told',
        function () use ($story, $vendor) {
            $product = buy($vendor, $story->stock, 1)[0];
            $fields = ['contactid' => $story->contact->id, 'statusid' => 1];
            $vendor->call('updateOrder', $fields, $product->orderid);
            $told = ['orderid' => $product->orderid, 'molliepaymentid' => 'tr_made_up'];
            $first = $vendor->call('updateMolliePayment', $told);
            same('tr_made_up', $first->externalid, 'externalid');
            same($product->price->value->amount, $first->value->amount, 'amount');
            same($first->id, $vendor->call('updateMolliePayment', $told)->id, 'id');
            same('15', statusOf($story, $product->orderid), 'status');
        });
}
