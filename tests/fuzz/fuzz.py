#!/usr/bin/python3
"""Builds the fuzz targets with libFuzzer and runs each for its share of the time.

usage: fuzz.py ROOT [SECONDS]     new inputs are kept in build-fuzz/corpus; one that breaks a target stops the run
"""
import glob
import os
import subprocess
import sys


def main(root, seconds="60"):
    build = os.path.join(root, "build-fuzz")
    subprocess.run(["cmake", "-S", root, "-B", build, "-G", "Ninja", "-DCMAKE_C_COMPILER=clang", "-DCMAKE_CXX_COMPILER=clang++",
                    "-DCMAKE_BUILD_TYPE=RelWithDebInfo", "-DVIDIK_FUZZ=ON",
                    "-DVIDIK_SANITIZE=fuzzer-no-link,address,undefined"], stdout=sys.stderr, check=True)
    subprocess.run(["cmake", "--build", build, "--target", "fuzz"], stdout=sys.stderr, check=True)
    targets = sorted(glob.glob(os.path.join(build, "bin/fuzz_*")))
    for target in targets:
        what = os.path.basename(target).removeprefix("fuzz_")
        corpus = os.path.join(build, "corpus", what)
        os.makedirs(corpus, exist_ok=True)
        print(f"{what}:", flush=True)
        done = subprocess.run([target, f"-max_total_time={max(1, int(seconds) // len(targets))}", "-max_len=4096",
                               "-print_final_stats=1", f"-artifact_prefix={build}/broken_{what}_", corpus,
                               os.path.join(root, "tests/fuzz/seeds", what)], stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
