"""Whose paper a document is, as a theatre's lists of outlets and bodies have it."""

from __future__ import annotations

from urllib.parse import urlsplit

from holdfast.model import Document
from holdfast.theatre.schema import Outlet, Theatre


def outlet_of(document: Document, theatre: Theatre) -> Outlet | None:
    """The known outlet that a document comes from, by its source's name or its address."""
    source = (document.source or "").strip().lower()
    host = _host(document.url)
    for outlet in theatre.outlets:
        if source and source in {n.lower() for n in (outlet.name, *outlet.aliases)}:
            return outlet
        domains = [d.lower() for d in outlet.domains]
        if any(d == source or host == d or host.endswith("." + d) for d in domains):
            return outlet
    return None


def _host(url: str | None) -> str:
    """The host of an address; empty where there is none, or what is given is no address."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def paper_side(document: Document, theatre: Theatre) -> str | None:
    """The side that a document's paper is minded to: its outlet's leaning, or the side whose own
    body it is ("General Staff of the Armed Forces of Ukraine"); None where neither is known.
    """
    outlet = outlet_of(document, theatre)
    if outlet is not None:
        return outlet.leaning
    source = (document.source or "").strip().lower()
    for side in theatre.sides if source else ():
        for body in side.bodies:
            if source in {n.lower() for n in (body.name, *body.aliases)}:
                return side.id
    return None
