"""Runs Keras scripts one after the other in this process, so that Keras is imported once.

Each line of standard input is a JSON list: "run" and the arguments of one run, the script first; or "corrupt", a script and its
data. Each job answers with a line of JSON on standard output, {"done": result} or {"failed": reason}; what a script prints
goes to standard error.
"""

import contextlib
import json
import runpy
import sys
import traceback

import numpy as np

answers = sys.stdout


def run(*arguments):
    import keras

    sys.argv = list(arguments)
    runpy.run_path(arguments[0], run_name="__main__")
    keras.utils.clear_session()


def corrupt(script, data):
    """How far the script's noise takes the test samples from the clean ones, and the share of missing pixels."""
    program = runpy.run_path(script)
    _, clean, _ = program["load_data"](data)
    inputs, missing = program["network_inputs"](clean, np.random.default_rng(1), is_training=False)
    difference = inputs[..., : clean.shape[-1]].astype("float64") - clean
    return {
        "inputMse": float(np.mean(difference**2)),
        "missingShare": None if missing is None else float(np.mean(missing)),
    }


for line in sys.stdin:
    job, *arguments = json.loads(line)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            answer = {"done": {"run": run, "corrupt": corrupt}[job](*arguments)}
    except (Exception, SystemExit) as error:
        traceback.print_exc()
        answer = {"failed": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), file=answers, flush=True)
