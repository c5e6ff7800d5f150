"""Which language a text is in; a text in one that is not read is said to be unread."""

from __future__ import annotations

import pytest

from holdfast.language import identify_language, irregular_lemma
from holdfast.model import Document
from holdfast.reading import Reader

TEXTS = {
    "en": "The soldiers left the village in the night and nobody knows where they have gone since.",
    "uk": "Військові залишили село вночі, і ніхто не знає, куди вони пішли після цього, кажуть люди.",
    "ru": "Военные покинули деревню ночью, и никто не знает, куда они ушли после этого, говорят люди.",
    "ar": "غادر الجنود القرية ليلا ولا أحد يعرف إلى أين ذهبوا بعد ذلك كما يقول السكان في المنطقة",
    "fr": "Les soldats ont quitté le village pendant la nuit et personne ne sait où ils sont partis.",
    "de": "Die Soldaten haben das Dorf in der Nacht verlassen und niemand weiß, wohin sie gingen.",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_of_a_line_is_known_by_its_language(language: str) -> None:
    assert identify_language(TEXTS[language]) == language


def test_less_than_a_line_is_taken_for_what_it_is_said_to_be() -> None:
    assert identify_language("Troupes", default="fr") == "fr"
    assert identify_language("12 345 ... 67", default="uk") == "uk"
    assert identify_language("") == "en"


@pytest.mark.parametrize("language", [name for name in TEXTS if name != "en"])
def test_a_language_that_is_not_read_is_said_with_its_name(
    readers: dict[str, Reader], language: str
) -> None:
    (reading,) = readers["none"].read([Document(id="d", text=TEXTS[language])])
    assert reading.claims == ()
    assert reading.unread is not None
    assert language in reading.unread
    assert reading.document.language == language


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("fell", "fall"), ("took", "take"), ("held", "hold"), ("withdrew", "withdraw"),
     ("fled", "flee"), ("town", None), ("captured", None)],
)  # fmt: skip
def test_irregular_forms_have_their_lemmas(form: str, lemma: str | None) -> None:
    assert irregular_lemma(form) == lemma


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian forces recaptured Izium on 10 September 2022, the General Staff in Kyiv said.",
        "KYIV, 11 September 2022 (Meridian) - Russian forces captured Kupiansk on Saturday.",
        "Al-Bab, Azaz, Jarablus, Manbij and Tel Rifaat fell to opposition fighters on Friday.",
    ],
)
def test_short_english_full_of_names_is_english(text: str) -> None:
    assert identify_language(text) == "en"
