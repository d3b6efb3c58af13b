<?php

final class Unexpected extends RuntimeException
{
}

/** One line of the report: the sentence that was checked, and what was wrong, if anything. */
function check(string $sentence, callable $body): void
{
    $problem = '';
    try {
        $body();
    } catch (NotBuilt) {
        $sentence .= ' (not built: told so by 501)';
    } catch (Throwable $trouble) {
        $place = basename($trouble->getFile()) . ':' . $trouble->getLine();
        $problem = get_class($trouble) . ': ' . $trouble->getMessage() . " ($place)";
    }
    echo json_encode(['check' => $sentence, 'problem' => $problem], JSON_THROW_ON_ERROR), "\n";
}

function same(mixed $expected, mixed $actual, string $what): void
{
    // Objects are compared by what they hold, everything else by type too.
    $isSame = is_object($expected) ? $expected == $actual : $expected === $actual;
    if (!$isSame) {
        $texts = array_map(fn ($value) => json_encode($value), [$expected, $actual]);
        throw new Unexpected("$what: expected $texts[0], got $texts[1]");
    }
}

function isTrue(bool $holds, string $what): void
{
    if (!$holds) {
        throw new Unexpected("not so: $what");
    }
}

/** The first item, of a list that has one. */
function firstOf(array $items, string $what): mixed
{
    return $items[0] ?? throw new Unexpected("there is no $what");
}

/** The first item that has a property. */
function firstWith(array $items, callable $property, string $what): mixed
{
    return firstOf(array_values(array_filter($items, $property)), $what);
}

function refused(int $code, callable $call): void
{
    try {
        $call();
    } catch (Refusal $refusal) {
        same($code, $refusal->getCode(), "code of \"{$refusal->getMessage()}\"");
        return;
    }
    throw new Unexpected("not refused, where $code was due");
}
