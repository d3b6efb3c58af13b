# Monext's direct flows as zeep has them, in strict mode, by nothing but the WSDL.
import json, logging, os, sys
import requests, zeep
from zeep.transports import Transport

assert zeep.Settings().strict, "zeep is strict unless told otherwise"
logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
session = requests.Session()
session.auth = ("12345678901234", "abCdeFgHiJKLmNoPqrst")
session.trust_env = False


def client(service):
    wsdl = f"{os.environ['WSDL']}/{service}?wsdl"
    return zeep.Client(wsdl, transport=Transport(session=session)).service


direct, extended = client("DirectPaymentAPI"), client("ExtendedAPI")
told = []


def tell(step, answer, *more):
    told.append([step, answer.result.code, *more])
    return answer


def pays(**fields):
    return {"amount": "6000", "currency": "978", "action": "100", "mode": "CPT",
            "contractNumber": "1234567", **fields}


card = {"number": "4970100000325734", "type": "CB", "expirationDate": "1230", "cvx": "123"}


def order(ref, amount="6000"):
    return {"ref": ref, "amount": amount, "currency": "978", "date": "04/03/2026 09:59",
            "details": {"details": [{"ref": "COAT", "price": amount, "quantity": "1"}]}}


def authorise(ref, amount="6000", **more):
    return direct.doAuthorization(version="34", payment=pays(amount=amount), card=card,
                                  bankAccountData={}, order=order(ref, amount), **more)


who = {"lastName": "Lecomte", "firstName": "Zoé"}
id = tell("authorise", authorise("ZEEP-1", buyer=who)).transaction.id
tell("authorise again", authorise("ZEEP-1"))


def follow(action, amount, sequence):
    return {"version": "34", "transactionID": id, "sequenceNumber": sequence,
            "payment": pays(action=action, amount=amount)}


tell("capture", direct.doCapture(**follow("201", "4000", "1")))
tell("capture too much", direct.doCapture(**follow("201", "4000", "2")))
tell("refund", direct.doRefund(**follow("421", "1500", "3")))
details = extended.getTransactionDetails(version="34", transactionId=id, transactionHistory="Y")
history = details.associatedTransactionsList.associatedTransactions
tell("details", details, details.order.ref, len(history))
other = tell("authorise another", authorise("ZEEP-2", "700"))
tell("reset", direct.doReset(version="34", transactionID=other.transaction.id,
                             comment="Une erreur, été"))
tell("reauthorise", direct.doReAuthorization(
    version="34", transactionID=id, payment=pays(action="202", amount="2000"),
    order=order("ZEEP-3", "2000")))
tell("debit", direct.doDebit(
    version="34", payment=pays(action="204"), card=card, order=order("ZEEP-4"),
    authorization={"number": "662662", "date": "04/03/2026 09:00"}))
tell("credit", direct.doCredit(version="34", payment=pays(action="422"), card=card,
                               order=order("ZEEP-5")))
tell("refused", authorise("ZEEP-6", "33305"))
wrong = authorise("")
tell("wrong", wrong, wrong.result.longMessage)
found = extended.transactionsSearch(version="34", startDate="04/03/2026", endDate="04/03/2026",
                                    orderRef="ZEEP-1")
tell("search", found, len(found.transactionList.transaction))
known = direct.getMerchantSettings(version="34")
tell("settings", known, len(known.listPointOfSell.pointOfSell))
print(json.dumps(told, ensure_ascii=False))
