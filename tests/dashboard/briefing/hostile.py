"""A source whose every text would be something else to a format that a briefing is written in."""

import csv
import shutil
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

MANY = 60
"""So many factors, and so many agencies."""
LONG = 300
"""So many letters have the names of factors and agencies."""
FRAMEWORK = "hostile"
LAYERS = ("front-line", "local-strategic", "national")
ALERT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
TEXTS = (
    ALERT,
    '=HYPERLINK("http://example.org","read")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '#eval("1+1") #import "/etc/passwd": * $x^2$ @ref <label> \\u{41} // no /* no */ #panic()',
    "**b** _i_ `c` [x](javascript:alert(1)) ![i](http://example.org/i.png) | a | ~~s~~ &amp; $1$",
    "First\n\n# Heading\n\n- point\n\n> said\n\n---\n\n```\ncode",
    "{{ 7 * 7 }}{% raw %}{quarter}{board}{subject}%s%(x)s\\input{x}",
    "\x01\x07\x0b\x0c\x1b[31mred\x1f\x7f\x9f\ufffe\uffff_x0041_]]>&#0;<!--",
    "\u202egnp.exe\u202c\u2066x\u2069\ufeff\u200b",
    "\U0001f469\u200d\U0001f467 \u5150\u7ae5\u76f8\u8ac7 \u0634\u0631\u0637\u0629 e\u0301 q\u0301",
    "...",
    "-",
    "1. 2",
)
NAMED = tuple(text for text in TEXTS if "\n" not in text)
SETTINGS = f"""
title = {{title}}
licence = {{text}}
citation = {{text}}
about = {{text}}
cautions = [{{text}}]
board_label = "Board"
is_made_up = true
attribution = "coded"
frameworks = ["{FRAMEWORK}"]
review_type = "SCR"
covers_to = 2022-06-30
"""


def lengthened(text: str, letters: int = LONG) -> str:
    """Return a text said again until it has so many letters."""
    return "".join(islice(cycle(text + " "), letters)).strip()


def names(kind: str) -> list[str]:
    """Return MANY names, each its own, of which every second is LONG."""
    texts = islice(cycle(NAMED), MANY)
    return [
        lengthened(f"{text} {kind} {n}") if n % 2 else f"{text} {kind} {n}"
        for n, text in enumerate(texts)
    ]


def write_codebooks(shipped: Path, folder: Path) -> Path:
    """Write the shipped codebooks, with a framework whose factors bear such names."""
    shutil.copytree(shipped, folder)
    own = folder / FRAMEWORK
    own.mkdir()
    text = quoted(ALERT)
    about = "".join(f"{name} = {text}\n" for name in ("title", "about", "citation", "licence"))
    layered = "".join(f"[[layers]]\nid = '{layer}'\nlabel = {text}\n" for layer in LAYERS)
    (own / "framework.toml").write_text(f"{about}version = '1'\n{layered}", encoding="utf-8")
    layers = cycle(LAYERS)
    write(
        own / "factors.csv",
        "factor_id,label,definition,layer_id,pattern_id,parent_id,valid_from,valid_to,version,"
        "standing,aliases",
        [
            [f"F{n}", label, text, next(layers), "", "", "", "", "1", "proposed", ""]
            for n, (label, text) in enumerate(zip(names("factor"), cycle(TEXTS), strict=False))
        ],
    )
    with (folder / "agencies.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [f"A{n}", label, "local government", "", "", "", "", "true", "proposed"]
            for n, label in enumerate(names("agency"))
        )
    return folder


def write_source(folder: Path, reviews: int = 6) -> Path:
    """Write reviews in which every factor is found at some agency, as a source to load."""
    folder.mkdir(parents=True)
    (folder / "source.toml").write_text(
        SETTINGS.format(title=quoted(lengthened(TEXTS[3], 200)), text=quoted(ALERT)),
        encoding="utf-8",
    )
    refs = [f"H-{n}" for n in range(reviews)]
    board = lengthened(TEXTS[6], 200)
    write(
        folder / "reviews.csv",
        "review_ref,title,review_type,board,outcome,method,practice_from,practice_to,published",
        [
            [
                ref,
                TEXTS[n % len(TEXTS)],
                "SCR",
                board,
                TEXTS[1],
                TEXTS[2],
                f"20{15 + n}-01-01",
                f"20{15 + n}-03-01",
                f"20{17 + n}-02-01",
            ]
            for n, ref in enumerate(refs)
        ],
    )
    write(
        folder / "review_agencies.csv",
        "review_ref,agency",
        [[ref, f"A{n}"] for ref in refs for n in range(MANY)],
    )
    write(
        folder / "review_attributes.csv",
        "review_ref,name,value",
        [[ref, name, TEXTS[7]] for ref in refs for name in ("abuse type", TEXTS[4])],
    )
    findings = [(ref, n) for ref in refs for n in range(MANY)]
    statements = cycle((*TEXTS, lengthened(TEXTS[3], 5_000), "x" * 5_000, "\U0001f469" * 500))
    appraisals = cycle(("problem", "problem", "strength", "mixed"))
    write(
        folder / "findings.csv",
        "finding_ref,review_ref,position,statement,appraisal,quotation,page,locator,perspective",
        [
            [f"{ref}-{n}", ref, n + 1, text, next(appraisals), text, "1", TEXTS[1], TEXTS[4]]
            for (ref, n), text in zip(findings, statements, strict=False)
        ],
    )
    write(
        folder / "finding_factors.csv",
        "finding_ref,factor,coder",
        [
            [f"{ref}-{n}", f"F{n}", coder]
            for ref, n in findings
            for coder in (TEXTS[0], TEXTS[4])[: 1 + n % 2]
        ],
    )
    write(
        folder / "finding_agencies.csv",
        "finding_ref,agency",
        [[f"{ref}-{n}", f"A{n}"] for ref, n in findings],
    )
    write(
        folder / "recommendations.csv",
        "recommendation_ref,review_ref,finding_ref,statement,kind,addressed_to,made_on",
        [
            [f"R-{ref}-{n}", ref, f"{ref}-{n}", text, "clear-cut", text, f"{ref_year(ref)}-02-01"]
            for (ref, n), text in zip(findings, cycle(TEXTS), strict=False)
            if n % 3 == 0
        ],
    )
    write(
        folder / "actions.csv",
        "action_ref,recommendation_ref,owner_agency,statement,action_type,due_on,status,"
        "completed_on,signed_off_on",
        [
            [
                f"ACT-{ref}-{n}",
                f"R-{ref}-{n}",
                f"A{n}",
                text,
                "training",
                f"{ref_year(ref)}-08-01",
                "signed off" if n % 2 else "ongoing",
                f"{ref_year(ref)}-09-01" if n % 2 else "",
                f"{ref_year(ref)}-10-01" if n % 2 else "",
            ]
            for (ref, n), text in zip(findings, cycle(TEXTS), strict=False)
            if n % 3 == 0
        ],
    )
    return folder


def ref_year(ref: str) -> int:
    """Return the year in which a review came out."""
    return 2017 + int(ref.removeprefix("H-"))


def quoted(text: str) -> str:
    """Return a text as TOML has it."""
    return f"'''{text}'''"


def write(path: Path, headings: str, rows: Sequence[Sequence[object]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings.split(","), *rows])
