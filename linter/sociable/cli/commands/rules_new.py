"""`sociable rules new`: a page that has everything a rule page needs, with words still to be filled in."""

import os
import sys
from shlex import quote

from sociable.authoring.new_page import PAGE, miscategorised, misnamed, suggested_name, taken
from sociable.cli.console import CLEAN, BadCall
from sociable.files.atomic_write import make_folder, write_file
from sociable.records.record import Record
from sociable.text.safe import one_line


class RulesNewCall(Record):
    """What `sociable rules new` was asked for."""

    name: str
    folder: str
    category: str


def run(call: RulesNewCall) -> int:
    """Write FOLDER/CATEGORY/NAME.md, unless the name does not fit or is taken."""
    name, folder, category = call
    path = os.path.join(folder, category, f"{name}.md")
    wrong = misnamed(name) or miscategorised(category) or taken(name, folder)
    if wrong:
        raise BadCall(wrong)
    try:
        make_folder(os.path.dirname(path))
        write_file(path, PAGE.format(name=name).encode(), new=True)
    except OSError as error:
        raise BadCall(f"{path}: {error.strerror or error}") from error
    sys.stdout.write(f"wrote {one_line(path)}\n")
    better = suggested_name(name)
    if better != name and better:
        sys.stdout.write(f"People will write “ignore {name}”; “ignore {better}” would read better.\n")
    sys.stdout.write(f"Fill in what stands in [brackets], then run: sociable rules test {one_line(quote(folder))}\n")
    return CLEAN
