<?php

/* Bodies with all the fields that the vendor's client puts into them, in its order. */

/** A wish for places at one price of a stock. */
function stockRequest(object $stock, int $quantity, array $more = []): array
{
    $category = firstWith(
        $stock->categories,
        fn ($one) => $one->capacity_free >= $quantity && $one->prices !== [],
        "category of $stock->label with $quantity free places",
    );
    return $more + [
        'quantity' => $quantity,
        'stockid' => $stock->id,
        'categoryid' => $category->id,
        'priceid' => firstOf($category->prices, 'price')->id,
        'forcedpricevalue' => '',
        'requestedprice' => null,
        'promocodeids' => [],
    ];
}

/** An order as it was read, to be written back: what was not read is wiped by this. */
function wholeOrder(object $order): array
{
    return [
        'language' => $order->language,
        'id' => $order->id,
        'name' => $order->name,
        'country' => $order->country,
        'postalcode' => $order->postalcode,
        'automaticcancel' => $order->automaticcancel,
        'contactid' => $order->contactid,
        'notes' => $order->notes,
        // An empty one becomes [].
        'metadata' => (array) $order->metadata,
    ];
}

/** A payment as a client makes it. */
function newPayment(string $orderId, string $methodId, int $amount): array
{
    return [
        'orderid' => $orderId,
        'paymentmethodid' => $methodId,
        'counterid' => '',
        'externalid' => '',
        'notes' => 'au guichet',
        'couponcode' => '',
        'value' => ['amount' => $amount, 'expectedamount' => $amount, 'currency' => 'EUR'],
        'paymentdate' => date('c'),
    ];
}

/** A payment as it was read, to be written back; its counter is never read, so it is empty. */
function wholePayment(object $payment): array
{
    return [
        'orderid' => $payment->orderid,
        'paymentmethodid' => $payment->paymentmethodid,
        'counterid' => '',
        'externalid' => $payment->externalid,
        'notes' => $payment->notes,
        'couponcode' => $payment->couponcode,
        'value' => (array) $payment->value,
        'paymentdate' => $payment->paymentdate?->format('c'),
        'status' => ['id' => $payment->status->id, 'label' => $payment->status->label],
    ];
}

/** A contact with all its fields. */
function wholeContact(object $contact): array
{
    return [
        'language' => $contact->language,
        'id' => $contact->id,
        'label' => $contact->label,
        'firstname' => $contact->firstname,
        'lastname' => $contact->lastname,
        'email' => $contact->email,
        'nationality' => $contact->nationality,
        'mobilephone' => $contact->mobilephone,
        'addressl1' => $contact->addressl1,
        'addressl2' => $contact->addressl2,
        'postalcode' => $contact->postalcode,
        'city' => $contact->city,
        'country' => $contact->country,
        'companyfunction' => $contact->companyfunction,
        'companyname' => $contact->companyname,
        'vatnumber' => $contact->vatnumber,
        'birthdate' => $contact->birthdate?->format('c'),
    ];
}
