"""A network is found by the names people give it, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.networks import NETWORKS, Network, find_network, head_network, network_named


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [
        ("20 min sur LinkedIn pour répondre aux invitations", "linkedin", "20 min pour répondre aux invitations"),
        ("20 min on linked in to answer invitations", "linkedin", "20 min to answer invitations"),
        ("LINKEDIN", "linkedin", ""),
        ("Linkédin, 10 minutes", "linkedin", "10 minutes"),
        ("sur li 5 min", "linkedin", "5 min"),
        ("j'ouvre Insta 10 min", "instagram", "10 min"),
        ("J’ouvre fb", "facebook", ""),
        ("I open Facebook for 15 minutes", "facebook", "for 15 minutes"),
        ("trouver 3 prospects via Twitter", "x", "trouver 3 prospects"),
        ("sur X, 10 min", "x", "10 min"),
        ("on x", "x", ""),
        ("X", "x", ""),
        (" x ! ", "x", ""),
        ("x.com", "x", ""),
        ("open TikTok", "tiktok", ""),
        ("whats app aux anciens clients", "whatsapp", "aux anciens clients"),
        ("ma fiche Google : répondre aux avis", "google", "ma : répondre aux avis"),
        ("read the threads on LinkedIn", "linkedin", "read the threads"),
    ],
)
def test_a_network_is_found_by_any_of_its_names_and_taken_out_of_the_message(text: str, key: str, rest: str) -> None:
    found = find_network(text)
    assert found is not None
    assert (found[0].key, found[1]) == (key, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "appeler Dupont",
        "call 3 clients",
        "multiplier par x",
        "x clients à rappeler",
        "on x-ray day",
        "lire ce que li a écrit",
        "instantané",
        "linkedinesque",
        "j'ai snappé la corde",
        "mail à paul@linkedin-pro",
    ],
)
def test_no_network_is_seen_where_none_is_named(text: str) -> None:
    assert find_network(text) is None


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [
        ("LinkedIn : Mon texte", "linkedin", "Mon texte"),
        ("linkedin\nMon texte\n\nen deux lignes", "linkedin", "Mon texte\n\nen deux lignes"),
        ("linkedin Lundi, un client m'a dit", "linkedin", "Lundi, un client m'a dit"),
        ("pour Facebook — ouvert samedi !", "facebook", "ouvert samedi !"),
        ("on X: short and sweet", "x", "short and sweet"),
        ("insta", "instagram", ""),
        ("insta « Bonjour »", "instagram", "« Bonjour »"),
    ],
)
def test_a_heading_names_the_network_and_leaves_the_draft_untouched(text: str, key: str, rest: str) -> None:
    found = head_network(text)
    assert found is not None
    assert (found[0].key, found[1]) == (key, rest)


@pytest.mark.parametrize(
    "text",
    ["LinkedIn a changé mon métier", "Facebook ads are not a plan", "X marks the spot", "Li Na gagne", "Bonjour", ""],
)
def test_a_draft_that_only_begins_with_a_name_has_no_heading(text: str) -> None:
    assert head_network(text) is None


def test_no_name_belongs_to_two_networks() -> None:
    names = [alias for network in NETWORKS for alias in {network.key, network.name.lower(), *network.aliases}]
    assert len(names) == len(set(names))


def test_a_network_is_known_by_its_key_and_a_stranger_keeps_its_own() -> None:
    assert network_named("x") == NETWORKS[2]
    assert network_named("minitel").name == "minitel"


@given(st.text())
def test_no_text_upsets_the_search_for_a_network(text: str) -> None:
    find_network(text)
    head_network(text)


@given(st.sampled_from(NETWORKS), st.text(alphabet="abc é", max_size=20))
def test_a_network_named_after_a_preposition_is_always_found(network: Network, words: str) -> None:
    found = find_network(f"{words} sur {network.name}")
    assert found is not None
    assert found[0] == network
