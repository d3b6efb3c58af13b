<?php

/*
 * A day at a theatre's desk, told by a PHP client: php story.php BASE_URL NOT_BUILT. The second
 * argument is a JSON list of operations that answer 501. One JSON line per check; any warning, any
 * field that cannot be read, is a failed check.
 */

error_reporting(E_ALL);
set_error_handler(function (int $level, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $level, $file, $line);
});

require_once __DIR__ . '/bodies.php';
require_once __DIR__ . '/check.php';
require_once __DIR__ . '/desk.php';
require_once __DIR__ . '/vendor.php';

/** What earlier chapters found, by name; reading what is not there is an error. */
final class Story
{
    public object $event;
    public object $timeSlot;
    public object $stock;
    public object $seatStock;
    public object $contact;
    public object $promoCode;
    public object $counter;
    public object $paymentMethod;
    /** @var object[] the two products of the order */
    public array $products;
    public string $orderId;
    public string $deviceId = 'TEST-DEVICE';

    public function __construct(public readonly Vendor $vendor)
    {
    }
}

$chapters = [
    'reading', 'access', 'agenda', 'contacts', 'stocks', 'buying', 'payments', 'tickets', 'orders',
    'packs', 'seats', 'counters', 'catalogue', 'scanning', 'cineville', 'closing',
];

[, $base, $notBuilt] = $argv;
$vendor = new Vendor($base, json_decode($notBuilt, flags: JSON_THROW_ON_ERROR));
$story = new Story($vendor);
foreach ($chapters as $chapter) {
    require_once __DIR__ . "/chapters/$chapter.php";
    $chapter($story);
}
