<?php

require_once __DIR__ . '/objects.php';

final class Unreadable extends RuntimeException
{
}

/*
 * The type classes of the vendor's client. The conversions are PHP's own, of parameters without
 * strict types: a number is taken for a text, a list is not.
 */
function asText(string $value): string
{
    return $value;
}

function asInteger(int $value): int
{
    return $value;
}

function asBoolean(bool $value): bool
{
    return $value;
}

/** With zone and seconds, without a fraction: PHP's ATOM takes nothing else. */
function asDate(string $value): DateTimeImmutable
{
    $date = DateTimeImmutable::createFromFormat(DATE_ATOM, $value);
    $warnings = DateTimeImmutable::getLastErrors()['warning_count'] ?? 0;
    if ($date === false || $warnings > 0) {
        throw new Unreadable("\"$value\" is no date");
    }
    return $date;
}

/** An object of a kind, each field by its rule; what the kind does not name is not looked at. */
function readObject(string $kind, mixed $value, string $where): object
{
    if (!$value instanceof stdClass || get_object_vars($value) === []) {
        throw new Unreadable("$where is " . json_encode($value) . ", not one $kind");
    }
    $read = new stdClass();
    foreach (OBJECTS[$kind] as $field => $rule) {
        $read->$field = readField($rule, $value, $field, "$where.$field");
    }
    return $read;
}

/** A rule: a class, the kind or class of what is in it, and what may be instead of a value. */
function readField(string $rule, stdClass $object, string $field, string $where): mixed
{
    [$class, $instead] = explode(' or ', $rule) + [1 => ''];
    if ($class === 'never') {
        return property_exists($object, $field) ? throw new Unreadable("$where is sent") : null;
    }
    if (!property_exists($object, $field)) {
        return $instead === 'absent' ? null : throw new Unreadable("$where is missing");
    }
    if ($object->$field === null) {
        return $instead !== '' ? null : throw new Unreadable("$where is null");
    }
    return readValue($class, $object->$field, $where);
}

function readValue(string $class, mixed $value, string $where): mixed
{
    [$class, $inner] = explode(' ', $class) + [1 => ''];
    try {
        return match ($class) {
            'S' => asText($value),
            'I' => asInteger($value),
            'B' => asBoolean($value),
            'D', 'd' => asDate($value),
            'O', 'O!' => readObject($inner, $value, $where),
            'L' => readList($inner, $value, $where),
            'M', 'M!' => is_array($value) || is_object($value)
                ? $value
                : throw new Unreadable('it is ' . json_encode($value)),
            'any' => $value,
        };
    } catch (TypeError | ErrorException | Unreadable $trouble) {
        $said = $trouble->getMessage();
        throw new Unreadable(str_contains($said, $where) ? $said : "$where: $said");
    }
}

/** Of objects of a kind, or of texts. */
function readList(string $kind, mixed $value, string $where): array
{
    if (!is_array($value)) {
        throw new Unreadable("$where is " . json_encode($value) . ', not a list');
    }
    $items = [];
    foreach ($value as $index => $item) {
        $at = "{$where}[$index]";
        $items[] = $kind === 'S' ? readValue('S', $item, $at) : readObject($kind, $item, $at);
    }
    return $items;
}
