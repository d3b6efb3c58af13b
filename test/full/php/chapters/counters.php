<?php

/* Where money is taken by hand. */

function counters(Story $story): void
{
    $vendor = $story->vendor;
    checkListAndOne($story, 'counters', 'listCounters', 'getCounter');
    $id = 'UNKNOWN';
    check('a counter session is opened', function () use ($story, $vendor, &$id) {
        $session = $vendor->call('openCounterSession', [
            'counterid' => $story->counter->id,
            'starttime' => date('c'),
            'startamount' => 1000,
            'userlabel' => 'User name',
            'externaluserid' => 'ext-1',
        ]);
        $id = $session->id;
        same(1000, $session->startamount, 'startamount');
        same(null, $session->endtime, 'endtime');
    });
    check('counter sessions are listed by counter', function () use ($story, $vendor) {
        $wanted = ['limit' => 10, 'counterid' => $story->counter->id];
        $session = firstOf($vendor->call('listCounterSessions', $wanted), 'counter session');
        same($story->counter->id, $session->counterid, 'counterid');
    });
    check('a counter session is closed', function () use ($vendor, &$id) {
        $end = ['endtime' => date('c'), 'endamount' => 5000, 'notes' => 'nothing'];
        $session = $vendor->call('updateCounterSession', $end, $id);
        same(5000, $session->endamount, 'endamount');
        isTrue($session->endtime !== null, 'it has an end');
    });
}
