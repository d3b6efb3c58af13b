<?php

/*
 * Every call of the vendor's client: method, path with the slashes it has on the wire, and what is
 * read of the answer. Collections and fixed paths end in two slashes, ids and `attach` in one.
 * `success` is read where the client looks at nothing else.
 */
const CALLS = [
    'ping' => ['GET', 'ping//', 'Pong'],
    'authenticate' => ['GET', 'system/authenticate//', 'Application'],

    'listOrders' => ['GET', 'shop/orders//', 'list of Order'],
    'getOrder' => ['GET', 'shop/orders/{}/', 'Order'],
    'createOrder' => ['POST', 'shop/orders//', 'Order'],
    'updateOrder' => ['PATCH', 'shop/orders/{}/', 'Order'],
    'clearOrder' => ['DELETE', 'shop/orders/{}/', 'Order'],

    'requestProducts' => ['POST', 'shop/products//', 'list of Product'],
    'listProducts' => ['GET', 'shop/products//', 'list of Product'],
    'getProduct' => ['GET', 'shop/products/{}/', 'Product'],
    'updateProduct' => ['PATCH', 'shop/products/{}/', 'Product'],
    'attachProduct' => ['PATCH', 'shop/products/{}/attach/', 'Product'],
    'deleteProduct' => ['DELETE', 'shop/products/{}/', 'success'],
    'deleteProducts' => ['DELETE', 'shop/products//', 'success'],

    'listStocks' => ['GET', 'shop/products/stocks//', 'list of Stock'],
    'getStock' => ['GET', 'shop/products/stocks/{}/', 'Stock'],
    'listSuggestedStocks' => ['GET', 'shop/products/stocks/suggestions/{}/', 'list of Stock'],
    'listPlanCategories' => [
        'GET', 'shop/products/stocks/plancategories/{}/', 'list of PlanCategory',
    ],
    'takeSeat' => ['PATCH', 'shop/products/stocks/plancategories/{}/', 'PlanCategory'],
    'adaptStock' => ['PATCH', 'shop/products/stocks/adapt/{}/', 'success'],

    'listPromoCodes' => ['GET', 'shop/promocodes//', 'list of PromoCode'],
    'getPromoCode' => ['GET', 'shop/promocodes/{}/', 'PromoCode'],
    'attachPromoCode' => ['POST', 'shop/promocodes/{}/', 'list of Product'],

    'listTicketSets' => ['GET', 'shop/orders/tickets//', 'list of TicketSet'],
    'getTicketPdf' => ['GET', 'shop/orders/tickets/pdf//', 'TicketPdf'],

    'listPaymentMethods' => ['GET', 'shop/paymentmethods//', 'list of PaymentMethod'],
    'getPaymentMethod' => ['GET', 'shop/paymentmethods/{}/', 'PaymentMethod'],
    'listPayments' => ['GET', 'shop/orders/payments//', 'list of Payment'],
    'getPayment' => ['GET', 'shop/orders/payments/{}/', 'Payment'],
    'createPayment' => ['POST', 'shop/orders/payments//', 'Payment'],
    'updatePayment' => ['PATCH', 'shop/orders/payments/{}/', 'Payment'],
    'deletePayment' => ['DELETE', 'shop/orders/payments/{}/', 'success'],
    'updateMolliePayment' => ['PATCH', 'shop/orders/payments//', 'Payment'],

    'listCounters' => ['GET', 'shop/counters//', 'list of Labelled'],
    'getCounter' => ['GET', 'shop/counters/{}/', 'Labelled'],
    'listCounterSessions' => ['GET', 'shop/counters/sessions//', 'list of CounterSession'],
    'openCounterSession' => ['POST', 'shop/counters/sessions//', 'CounterSession'],
    'updateCounterSession' => ['PATCH', 'shop/counters/sessions/{}/', 'CounterSession'],

    'listContacts' => ['GET', 'contacts//', 'list of Contact'],
    'getContact' => ['GET', 'contacts/{}/', 'Contact'],
    'createContact' => ['POST', 'contacts//', 'Contact'],
    'updateContact' => ['PATCH', 'contacts/{}/', 'Contact'],
    'listNewsletters' => ['GET', 'contacts/newsletters//', 'list of Newsletter'],
    'getNewsletter' => ['GET', 'contacts/newsletters/{}/', 'Newsletter'],
    'subscribe' => ['POST', 'contacts/newsletters/{}/{}/', 'success'],
    'unsubscribe' => ['DELETE', 'contacts/newsletters/{}/{}/', 'success'],

    'listEvents' => ['GET', 'agenda/events//', 'list of Event'],
    'getEvent' => ['GET', 'agenda/events/{}/', 'Event'],
    'updateEvent' => ['PATCH', 'agenda/events/{}/', 'Event'],
    'duplicateEvent' => ['POST', 'agenda/events/duplicate/{}/', 'Event'],
    'listTimeSlots' => ['GET', 'agenda/timeslots//', 'list of TimeSlot'],
    'getTimeSlot' => ['GET', 'agenda/timeslots/{}/', 'TimeSlot'],
    'listVenues' => ['GET', 'agenda/venues//', 'list of Venue'],
    'getVenue' => ['GET', 'agenda/venues/{}/', 'Venue'],
    'listAttractions' => ['GET', 'agenda/attractions//', 'list of Attraction'],
    'getAttraction' => ['GET', 'agenda/attractions/{}/', 'Attraction'],
    'listAttractionCategories' => ['GET', 'agenda/attractions/categories//', 'list of Category'],
    'getAttractionCategory' => ['GET', 'agenda/attractions/categories/{}/', 'Category'],

    'listPacks' => ['GET', 'catalogue/packs//', 'list of Pack'],
    'getPack' => ['GET', 'catalogue/packs/{}/', 'Pack'],
    'getPackDetails' => ['GET', 'catalogue/packs/details/{}/', 'PackDetails'],
    'listStreams' => ['GET', 'catalogue/streams//', 'list of Stream'],
    'getStream' => ['GET', 'catalogue/streams/{}/', 'Stream'],
    'checkStreamAccess' => ['GET', 'catalogue/streams/{}/control//', 'number'],
    'listMerchandising' => ['GET', 'catalogue/merchandising//', 'list of Merchandising'],
    'getMerchandising' => ['GET', 'catalogue/merchandising/{}/', 'Merchandising'],
    'listMerchandisingCategories' => [
        'GET', 'catalogue/merchandising/categories//', 'list of Category',
    ],
    'getMerchandisingCategory' => ['GET', 'catalogue/merchandising/categories/{}/', 'Category'],
    'listFinanceItems' => ['GET', 'catalogue/financeitems//', 'list of FinanceItem'],
    'getFinanceItem' => ['GET', 'catalogue/financeitems/{}/', 'FinanceItem'],
    'getFinanceItemDetails' => ['GET', 'catalogue/financeitems/details/{}/', 'FinanceItem'],
    'getPlan' => ['GET', 'catalogue/plans/{}/', 'Plan'],

    'getDevice' => ['GET', 'accesscontrol/deviceinfo//', 'Device'],
    'listScannableEvents' => ['GET', 'accesscontrol/events//', 'list of Event'],
    'scanEntry' => ['PATCH', 'accesscontrol/events/{}/control//', 'list of AccessCode'],
    'scanExit' => ['DELETE', 'accesscontrol/events/{}/control//', 'list of AccessCode'],

    'getCinevillePackProduct' => ['GET', 'cineville/packproducts//', 'Product'],
    'listCinevilleProducts' => ['GET', 'cineville/products//', 'list of Product'],
    'confirmCinevilleProduct' => ['POST', 'cineville/products/{}/', 'Product'],
    'cancelCinevilleProduct' => ['DELETE', 'cineville/products/{}/', 'success'],
    'attachCinevilleProduct' => ['PATCH', 'cineville/products/{}/attach/', 'Product'],
    'detachCinevilleProduct' => ['DELETE', 'cineville/products/{}/attach/', 'Product'],
];
