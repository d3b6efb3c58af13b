<?php

/* What is on: events with everything a client reads of each, and where they take place. */

function agenda(Story $story): void
{
    $vendor = $story->vendor;
    check('lists events, each with attraction, start, status, venue and serie',
        function () use ($story, $vendor) {
            $events = $vendor->call('listEvents', ['limit' => 50]);
            isTrue(count($events) >= 2, 'two events at least');
            $story->event = firstWith(
                $events,
                fn ($event) => !$event->hastimeslots,
                'event without time slots',
            );
        });
    check('pages of one event differ, by limit and offset as by their older names',
        function () use ($vendor) {
            $page = fn (int $from) => $vendor->call('listEvents', [
                'limit' => 1,
                'offset' => $from,
            ])[0]->id;
            $older = fn (int $from) => $vendor->call('listEvents', [
                'size' => 1,
                'startposition' => $from,
                'entry_count' => 1,
                'entry_start' => $from,
            ])[0]->id;
            isTrue($page(0) !== $page(1), 'two pages hold two events');
            same([$page(0), $page(1)], [$older(0), $older(1)], 'pages');
        });
    check('reads an event by its id', function () use ($story, $vendor) {
        same($story->event, $vendor->call('getEvent', [], $story->event->id), 'event');
    });
    check('lists the time slots of an event', function () use ($story, $vendor) {
        $event = firstWith(
            $vendor->call('listEvents'),
            fn ($event) => $event->hastimeslots,
            'event with time slots',
        );
        $slots = $vendor->call('listTimeSlots', ['eventid' => $event->id, 'limit' => 10]);
        $story->timeSlot = firstOf($slots, 'time slot');
        same($event->id, $story->timeSlot->eventid, 'eventid');
    });
    check('reads a time slot by its id', function () use ($story, $vendor) {
        same($story->timeSlot, $vendor->call('getTimeSlot', [], $story->timeSlot->id), 'slot');
    });
    checkListAndOne($story, 'venues', 'listVenues', 'getVenue');
    checkListAndOne($story, 'attractions', 'listAttractions', 'getAttraction');
    check('an attraction with an unknown external id is an empty list', function () use ($vendor) {
        same([], $vendor->call('listAttractions', ['externalid' => 'NOWHERE']), 'attractions');
    });
    $categories = ['listAttractionCategories', 'getAttractionCategory'];
    checkListAndOne($story, 'attraction categories', ...$categories);
}
