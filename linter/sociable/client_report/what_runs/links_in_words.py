"""What a drawing shows, in sentences: whoever cannot see it, or prints without it, reads the same."""

from collections.abc import Iterator

from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.what_runs.around_loops import strangers_in_words
from sociable.client_report.wording.frame import Frame
from sociable.drawing.labels import deed_line
from sociable.drawing.legend import loop_sentence, remarks
from sociable.drawing.picture import Arrow, Picture


def links_in_words(picture: Picture, numbering: Numbering, frame: Frame) -> tuple[str, ...]:
    """The loops, then each arrow, then what is not drawn."""
    names = {
        card.key: frame.say("page", "on", automation=card.name, account=box.title)
        for box in picture.boxes
        for card in box.cards
    }
    when = {card.key: card.when for box in picture.boxes for card in box.cards}
    names |= {hub.key: f"“{hub.words}”" for hub in picture.hubs}
    loops = (loop_sentence(loop) for loop in picture.loops)
    strangers = strangers_in_words(numbering, frame)
    goes_round = not picture.arrows and any(each.loop for _, each in numbering.numbered())
    left = (frame.say("links", "none_alone"),) if goes_round else remarks(picture)
    return (*loops, *_arrows(picture, names, when, frame), *left, *strangers)


def _arrows(picture: Picture, names: dict[str, str], when: dict[str, str], frame: Frame) -> Iterator[str]:
    """One sentence for each thing that is done, with all that it sets off."""
    targets: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in picture.arrows:
        targets.setdefault((arrow.source, deed_line(arrow.words, arrow.waits)), []).append(arrow)
    for (source, does), arrows in targets.items():
        whom = frame.listed([_target(arrow.target, names, when, frame) for arrow in arrows], most=6)
        if does:
            yield frame.say("links", "does", source=names[source], when=when[source], does=does, targets=whom)
        else:
            yield frame.say("links", "leads_on", source=names[source], targets=whom)


def _target(key: str, names: dict[str, str], when: dict[str, str], frame: Frame) -> str:
    """What can be set off, with what it waits for: it is not said that everything is that."""
    return frame.say("links", "target", target=names[key], when=when[key]) if key in when else names[key]
