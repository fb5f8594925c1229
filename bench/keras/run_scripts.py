"""Runs Keras scripts one after the other in this process, so that Keras is imported once.

Each line of standard input is a JSON list, the arguments of one run with the script first. Each run answers with a line
"done" or "failed: <reason>" on standard output; what a script prints goes to standard error.
"""

import contextlib
import json
import runpy
import sys
import traceback

answers = sys.stdout

for line in sys.stdin:
    sys.argv = json.loads(line)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            runpy.run_path(sys.argv[0], run_name="__main__")
            import keras

            keras.utils.clear_session()
        answer = "done"
    except (Exception, SystemExit) as error:
        traceback.print_exc()
        answer = f"failed: {type(error).__name__}: {error}".replace("\n", " ")
    print(answer, file=answers, flush=True)
