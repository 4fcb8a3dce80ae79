"""Values in the form of the corpus's scorer."""

from bot.times.scoring import predict

REF = "2026-11-26T10:30:00"


def predicted(phrase: str, lang: str = "fr", **more: str) -> object:
    return predict({"id": "x", "phrase": phrase, "ref": REF, "lang": lang, **more})["pred"]


def test_each_kind_of_value_has_its_form() -> None:
    assert predicted("demain 9h") == {"kind": "instant", "value": "2026-11-27T09:00:00"}
    assert predicted("demain") == {"kind": "instant", "value": "2026-11-27T00:00:00"}
    assert predicted("avant 18h") == {"kind": "open", "direction": "before", "value": "2026-11-26T18:00:00"}
    assert predicted("après 18h") == {"kind": "open", "direction": "after", "value": "2026-11-26T18:00:00"}
    assert predicted("un mois et demi") == {"kind": "duration", "seconds": 1_296_000.0, "months": 1}
    assert predicted("un lundi sur deux") == {"kind": "recurrence", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"}
    assert predicted("du 3 au 4 mai") == {
        "kind": "interval",
        "start": "2027-05-03T00:00:00",
        "end": "2027-05-05T00:00:00",
    }
    assert predicted("bonjour") is None


def test_a_case_may_want_a_duration() -> None:
    assert predicted("2h", want="duration") == {"kind": "duration", "seconds": 7200.0, "months": 0}


def test_a_message_has_the_span_of_what_was_found() -> None:
    case = {"id": "y", "sentence": "On dit demain 9h ?", "ref": REF, "lang": "fr"}
    assert predict(case) == {"id": "y", "pred": {"kind": "instant", "value": "2026-11-27T09:00:00", "span": [7, 16]}}
    assert predict({**case, "sentence": "Bonjour"}) == {"id": "y", "pred": None}
