<?php

/* The organiser changes the programme. */

function closing(Story $story): void
{
    $vendor = $story->vendor;
    check('an event is duplicated under an id of its own', function () use ($story, $vendor) {
        $copy = $vendor->call('duplicateEvent', [], $story->event->id);
        isTrue($copy->id !== $story->event->id, 'the id is new');
    });
    check('an event is cancelled', function () use ($story, $vendor) {
        $event = $vendor->call('updateEvent', ['statusid' => -10], $story->event->id);
        same('-10', $event->status->id, 'status');
    });
}
