# SPDX-License-Identifier: Apache-2.0
"""Packs the finished program as an archive and a Debian package, with manual page and completions, reproducible to the byte.

Usage: package.py PROGRAM FOLDER      (SOURCE_DATE_EPOCH gives the time of everything in them)
"""

import datetime
import gzip
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile

import manual

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])
SHELLS = {"bash": "bash-completion/completions/dealbook", "zsh": "zsh/vendor-completions/_dealbook",
          "fish": "fish/vendor_completions.d/dealbook.fish"}
# The Debian packages that contain the libraries the program needs.
PACKAGES = {"libc.so.6": "libc6 (>= 2.36)", "libm.so.6": None, "libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6",
            "libxml2.so.2": "libxml2", "libz.so.1": "zlib1g", "libsqlite3.so.0": "libsqlite3-0", "ld-linux-x86-64.so.2": None}


def output(*command: object) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def zipped(data: bytes) -> bytes:
    """As `gzip -9n`: without a name and a time."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as stream:
        stream.write(data)
    return packed.getvalue()


def write(path: pathlib.Path, data: bytes | str, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    path.chmod(mode)


def needed(program: pathlib.Path) -> list[str]:
    libraries = re.findall(r"NEEDED.*\[(.*)\]", output("readelf", "-d", program))
    unknown = [library for library in libraries if library not in PACKAGES]
    if unknown:
        sys.exit(f"no Debian package is known for {', '.join(unknown)}")
    return sorted({PACKAGES[library] for library in libraries if PACKAGES[library]})


def tree(program: pathlib.Path, root: pathlib.Path, version: str) -> None:
    """What is installed below /usr."""
    usr = root / "usr"
    write(usr / "bin/dealbook", program.read_bytes(), 0o755)
    day = datetime.datetime.fromtimestamp(EPOCH, datetime.timezone.utc).date().isoformat()
    write(usr / "share/man/man1/dealbook.1.gz", zipped(manual.page(str(program), version, day).encode()))
    for shell, place in SHELLS.items():
        write(usr / "share" / place, output(program, "--generate-completion-script", shell))
    for name in ["NOTICE", "LICENSE"]:
        write(usr / "share/doc/dealbook" / name, pathlib.Path(name).read_bytes())
    write(usr / "share/doc/dealbook/copyright", pathlib.Path("LICENSE").read_bytes())
    write(usr / "share/doc/dealbook/changelog.gz", zipped(pathlib.Path("CHANGELOG.md").read_bytes()))


def archive(root: pathlib.Path, out: pathlib.Path, folder: str) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted(root.rglob("*")):
            entry = tar.gettarinfo(path, f"{folder}/{path.relative_to(root / 'usr')}") if path != root / "usr" else None
            if entry is None or path.is_dir():
                continue
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = EPOCH
            with path.open("rb") as stream:
                tar.addfile(entry, stream)
    out.write_bytes(zipped(packed.getvalue()))


def debian(root: pathlib.Path, out: pathlib.Path, version: str, depends: list[str]) -> None:
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    write(root / "DEBIAN/control", f"""Package: dealbook
Version: {version}
Architecture: {output("dpkg", "--print-architecture").strip()}
Maintainer: Dealbook <dealbook@localhost>
Installed-Size: {size}
Depends: {", ".join(depends)}
Section: utils
Priority: optional
Description: checks, fills and writes the .xlsx workbooks of a key-account sales team
 Validates every row, computes the columns of the method as live formulas, and
 leaves everything else in the workbook as it was, byte for byte.
""")
    for path in [root, *root.rglob("*")]:
        os.utime(path, (EPOCH, EPOCH))
        if path.is_dir():
            path.chmod(0o755)
    output("dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", root, out)


def main(program: pathlib.Path, folder: pathlib.Path) -> None:
    version = output(program, "--version").split()[-1]
    name = f"dealbook-{version}-linux-{os.uname().machine}"
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    tree(program, root, version)
    archive(root, folder / f"{name}.tar.gz", name)
    debian(root, folder / f"dealbook_{version}_{output('dpkg', '--print-architecture').strip()}.deb", version, needed(program))
    shutil.rmtree(root)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
