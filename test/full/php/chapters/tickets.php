<?php

/* What gets a customer in. */

function tickets(Story $story): void
{
    $vendor = $story->vendor;
    check('a paid order is declared delivered', function () use ($story, $vendor) {
        $order = $vendor->call('updateOrder', ['statusid' => 30], $story->orderId);
        same('30', $order->status->id, 'status');
    });
    check('it has a ticket for each product, in one set per stock',
        function () use ($story, $vendor) {
            $order = $vendor->call('getOrder', [], $story->orderId);
            $sets = $vendor->call('listTicketSets', ['orderid' => $story->orderId]);
            same([$story->stock->id], array_column($sets, 'stockid'), 'stocks');
            same(2, count($sets[0]->tickets), 'number of tickets');
            foreach ($sets[0]->tickets as $ticket) {
                isTrue($ticket->qrcode !== '', 'it has a QR code');
                same($order->label, $ticket->orderreference, 'orderreference');
                same('DOE John', $ticket->spectatorlabel, 'spectatorlabel');
                isTrue($ticket->eventstarttime !== null, 'it says when');
            }
        });
    check('tickets of a contact are those of all his orders', function () use ($story, $vendor) {
        $sets = $vendor->call('listTicketSets', ['contactid' => $story->contact->id]);
        same(3, array_sum(array_map(fn ($set) => count($set->tickets), $sets)), 'tickets');
    });
    check('the links to its tickets open a PDF, to print and for a telephone',
        function () use ($story, $vendor) {
            $links = $vendor->call('getTicketPdf', ['orderid' => $story->orderId]);
            foreach ([$links->ticket_url, $links->mobile_ticket_url] as $url) {
                $reply = send('GET', $url);
                same(200, $reply->status, "status of $url");
                isTrue(str_starts_with($reply->contentType, 'application/pdf'), 'it says PDF');
                isTrue(str_starts_with($reply->text, '%PDF-'), 'it is a PDF');
            }
        });
}
