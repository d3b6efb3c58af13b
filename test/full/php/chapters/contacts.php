<?php

/* Customers: found, created with every field, changed; and their newsletters. */

function contacts(Story $story): void
{
    $vendor = $story->vendor;
    check('creates a contact with every field that a client sends',
        function () use ($story, $vendor) {
            $wanted = newContact();
            $story->contact = $vendor->call('createContact', wholeContact($wanted));
            same('DOE John', $story->contact->label, 'label, which is computed');
            foreach (['lastname', 'email', 'postalcode', 'language', 'birthdate'] as $field) {
                same($wanted->$field, $story->contact->$field, $field);
            }
        });
    check('changes a contact', function () use ($story, $vendor) {
        $changed = wholeContact($story->contact);
        $changed['city'] = 'Liège';
        $contact = $vendor->call('updateContact', $changed, $story->contact->id);
        same('Liège', $contact->city, 'city');
        $story->contact->city = 'Liège';
    });
    check('reads a contact by its id, nothing lost', function () use ($story, $vendor) {
        same($story->contact, $vendor->call('getContact', [], $story->contact->id), 'contact');
    });
    check('finds a contact by last name, by e-mail and by postal code',
        function () use ($story, $vendor) {
            foreach (['lastname', 'email', 'postalcode'] as $field) {
                $found = $vendor->call('listContacts', [$field => $story->contact->$field]);
                same([$story->contact->id], array_column($found, 'id'), "found by $field");
            }
            same([], $vendor->call('listContacts', ['lastname' => 'Nobody']), 'found');
        });
    check('a contact without a last name is refused', fn () => refused(400,
        fn () => $vendor->call('createContact', ['lastname' => ''] + wholeContact(newContact()))));
    newsletters($story);
}

function newContact(): object
{
    return (object) [
        'id' => '',
        'label' => '',
        'firstname' => 'John',
        'lastname' => 'Doe',
        'email' => 'john.doe@example.com',
        'nationality' => 'be',
        'mobilephone' => '+32444449595',
        'addressl1' => "18 rue de l'Eglise",
        'addressl2' => '',
        'postalcode' => '1161',
        'city' => 'Bruxelles',
        'country' => 'be',
        'companyfunction' => '',
        'companyname' => '',
        'vatnumber' => '',
        'birthdate' => new DateTimeImmutable('1970-01-16T00:00:00+01:00'),
        'language' => 'en',
    ];
}

function newsletters(Story $story): void
{
    checkListAndOne($story, 'newsletters', 'listNewsletters', 'getNewsletter');
    foreach (['subscribe' => 'to', 'unsubscribe' => 'from'] as $call => $word) {
        check("a contact can $call $word a newsletter, twice without harm",
            function () use ($story, $call) {
                $newsletter = idOfFirst($story->vendor, 'listNewsletters');
                foreach ([1, 2] as $_) {
                    $story->vendor->call($call, [], $newsletter, $story->contact->id);
                }
            });
    }
}
