<?php

/* At the door, with a device beside the application. */

function scanning(Story $story): void
{
    $vendor = $story->vendor;
    $device = ['deviceid' => $story->deviceId];
    check('reads the device that scans', fn () => same(
        $story->deviceId,
        $vendor->call('getDevice', $device)->id,
        'id',
    ));
    check('lists the events that the device may scan',
        fn () => firstOf($vendor->call('listScannableEvents', $device), 'event'));
    $scan = function (string $call) use ($story, $vendor, $device): int {
        $codes = ['codes' => [$story->products[0]->ticket->qrcode], 'confirmedbyoperator' => false];
        $read = $vendor->call($call, $device + $codes, $story->stock->eventid);
        return firstOf($read, 'access code')->usage->statusid;
    };
    check('a ticket lets in once', function () use ($scan) {
        same([1, -202], [$scan('scanEntry'), $scan('scanEntry')], 'answers of two scans');
    });
    check('a ticket that has left lets in again', function () use ($scan) {
        $scan('scanExit');
        same(1, $scan('scanEntry'), 'answer');
    });
}
