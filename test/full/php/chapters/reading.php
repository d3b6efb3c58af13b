<?php

/* The reader breaks where the vendor's client breaks, so that the other chapters mean something. */

function reading(Story $story): void
{
    $date = '2020-09-23T15:36:04';
    $fits = [
        'S' => ['', 'text', 2, true],
        'I' => [2, '2', 2.0, true],
        'B' => [true, 0, ''],
        'D' => ["$date+02:00", "$date+0200", "$date+02", "{$date}Z"],
        'O Labelled' => [(object) ['id' => 1, 'label' => '']],
        'L Labelled' => [[], [(object) ['id' => '1', 'label' => '']]],
        'M!' => [[], (object) []],
    ];
    $breaks = [
        'S' => [[], (object) []],
        'I' => ['', 'two', 12.5, [], (object) []],
        'B' => [[], (object) []],
        'D' => ['', $date, "$date.123+02:00", "2020-09-23", 20200923, [], "2020-02-30T00:00:00Z"],
        'O Labelled' => [[], (object) [], 'text', 5, (object) ['id' => '1']],
        'L Labelled' => ['text', (object) ['id' => '1', 'label' => ''], ['text'], [null]],
        'M!' => ['text', 5, true],
    ];
    foreach ($fits as $class => $values) {
        check("the reader takes what fits class $class and breaks on what does not",
            function () use ($class, $values, $breaks) {
                foreach ($values as $value) {
                    readValue($class, $value, 'value');
                }
                foreach ($breaks[$class] as $value) {
                    isTrue(isUnreadable($class, $value), 'broken by ' . json_encode($value));
                }
            });
    }
}

function isUnreadable(string $class, mixed $value): bool
{
    try {
        readValue($class, $value, 'value');
        return false;
    } catch (Unreadable) {
        return true;
    }
}
