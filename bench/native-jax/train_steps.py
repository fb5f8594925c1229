"""Trains a network of the speed bench in native JAX (XLA on the processor) for the bench to time.

Each line of standard input is a JSON list: "open" and a folder with the network, "losses" or "time" and a number of steps. Each job
answers with a line of JSON on standard output, {"done": result} or {"failed": reason}.

The folder has network.json (layers, batch size, learning rate, ...), weights.bin (all kernels and biases, float32), images.bin (bytes) and,
for a Gaussian code, noise.bin (float32). A whole step is one jitted function: it takes its batch from the bytes, as the page does. Adam is
written out, since optax adds epsilon after the bias correction and Keras before it, which the losses show after one step.
"""

import json
import math
import sys
import time
import traceback
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np


def read_weights(layers, flat):
    weights, at = [], 0
    for layer in layers:
        for shape in (layer["kernelShape"], layer["kernelShape"][-2:-1] if layer["kind"] == "transposed" else layer["kernelShape"][-1:]):
            size = math.prod(shape)
            weights.append(jnp.asarray(flat[at : at + size].reshape(shape)))
            at += size
    assert at == flat.size, f"{at} weights expected, {flat.size} given"
    return weights


def affine(layer, x, kernel, bias):
    """A layer before its activation, flat to flat."""
    batch = x.shape[0]
    if layer["kind"] == "dense":
        return x @ kernel + bias
    x = x.reshape(batch, *layer["inputShape"])
    if layer["kind"] == "convolution":
        y = jax.lax.conv_general_dilated(
            x, kernel, layer["strides"], "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
        )
    else:
        y = jax.lax.conv_transpose(
            x, kernel, layer["strides"], "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"), transpose_kernel=True
        )
    return (y + bias).reshape(batch, -1)


class Training:
    def __init__(self, folder):
        folder = Path(folder)
        network = json.loads((folder / "network.json").read_text())
        layers, batch_size = network["layers"], network["batchSize"]
        last, code_stage, code_size = network["lastStage"], network["codeStage"], network["codeSize"]
        is_gaussian = network["isGaussian"]
        self.weights = read_weights(layers, np.fromfile(folder / "weights.bin", np.float32))
        self.images = jnp.asarray(np.fromfile(folder / "images.bin", np.uint8).reshape(network["images"], -1))
        noise = folder / "noise.bin"
        self.noise = jnp.asarray(
            np.fromfile(noise, np.float32).reshape(-1, batch_size, code_size) if is_gaussian else np.zeros((1, 1, 1), np.float32)
        )
        self.moments = [(jnp.zeros_like(weight), jnp.zeros_like(weight)) for weight in self.weights]
        rate, beta1, beta2, epsilon = (network[name] for name in ("learningRate", "beta1", "beta2", "epsilon"))
        self.updates = 0

        def objective(weights, batch, noise):
            x, kl = batch, 0.0
            for i, layer in enumerate(layers):
                if layer["name"] == "zLogVar":
                    continue
                y = affine(layer, x, weights[2 * i], weights[2 * i + 1])
                if layer["name"] == "zMean" and is_gaussian:
                    log_var = affine(layers[i + 1], x, weights[2 * i + 2], weights[2 * i + 3])
                    kl = 0.5 * jnp.sum(y**2 + jnp.exp(log_var) - log_var - 1) / batch_size
                    x = y + jnp.exp(0.5 * log_var) * noise
                else:
                    x = y if layer["stage"] in (last, code_stage) else jax.nn.relu(y)
            if not is_gaussian:
                return jnp.mean((jax.nn.sigmoid(x) - batch) ** 2)
            return jnp.sum(jax.nn.softplus(x) - x * batch) / batch_size + kl

        def adam(weight, gradient, moments, step_size):
            """Kingma & Ba 2015, end of section 2."""
            m = beta1 * moments[0] + (1 - beta1) * gradient
            v = beta2 * moments[1] + (1 - beta2) * gradient**2
            return weight - step_size * m / (jnp.sqrt(v) + epsilon), (m, v)

        def step(weights, moments, update, images, noise):
            batches = images.shape[0] // batch_size
            indices = (update % batches) * batch_size + jnp.arange(batch_size)
            batch = images[indices].astype(jnp.float32) / 255
            loss, gradients = jax.value_and_grad(objective)(weights, batch, noise[update % noise.shape[0]])
            step_size = rate * jnp.sqrt(1 - beta2 ** (update + 1.0)) / (1 - beta1 ** (update + 1.0))
            updated = [adam(*each, step_size) for each in zip(weights, gradients, moments)]
            return [weight for weight, _ in updated], [moments for _, moments in updated], loss

        self.step = jax.jit(step, donate_argnums=(0, 1))

    def make_step(self):
        self.weights, self.moments, loss = self.step(
            self.weights, self.moments, self.updates, self.images, self.noise
        )
        self.updates += 1
        return loss


training = None


def do(job, argument):
    global training
    if job == "open":
        training = Training(argument)
        return f"JAX {jax.__version__} on {jax.devices()[0].platform}"
    if job == "losses":
        return [float(training.make_step()) for _ in range(argument)]
    started = time.perf_counter()
    for _ in range(argument):
        loss = training.make_step()
    jax.block_until_ready((loss, training.weights))
    return 1000 * (time.perf_counter() - started)


for line in sys.stdin:
    try:
        answer = {"done": do(*json.loads(line))}
    except Exception as error:
        traceback.print_exc()
        answer = {"failed": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
