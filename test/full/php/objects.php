<?php

require_once __DIR__ . '/objects-shop.php';
require_once __DIR__ . '/objects-catalogue.php';

/*
 * What a client reads of each object, by class: S text, I integer, B boolean, D date, d date that
 * may be lost silently, O object, O! object that is never empty, L list, M metadata, M! metadata of
 * a ticket. A field is always there unless its rule says `or null` or `or absent`.
 */
const OBJECTS = ENVELOPE + ORDER + STOCK + PROMO + PAYMENT + TICKET + CONTACT + AGENDA + CATALOGUE
    + ACCESS;
