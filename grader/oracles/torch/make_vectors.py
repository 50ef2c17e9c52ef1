"""PyTorch's own answers, as data: vectors.json beside this file.

Every case holds what PyTorch was given and what it computed, in PyTorch's own layout (weights of nn.RNN, nn.LSTM and
nn.GRU, tensors flattened from [T, B, D] and [B, H]); vectors.ts converts. The gradients are those of the sum over t of
dh[t] * h[t], by autograd. nn.GRU resets after the recurrent product, so `gru_reset_before` writes the other cell out in
torch operations, with nn.GRU's layout of weights. `rnn_loss` adds an output layer and the mean cross-entropy.

Run it with PyTorch (CPU); it overwrites vectors.json, one tensor a line, and prints nothing:

    python3 grader/oracles/torch/make_vectors.py

The committed vectors.json came from this script: it records the script's SHA-256, the seed and PyTorch's version.
Inputs are multiples of 1/256, exact in float32 too; results carry every digit of their float64.
"""

import hashlib
import json
import re
from pathlib import Path

import torch
from torch import nn

SEED = 1990
HERE = Path(__file__).resolve().parent

#         name                 D  H  B  T  initial state given
CASES = [
    ("more-units-than-inputs", 3, 4, 2, 5, True),
    ("more-inputs-than-units", 5, 2, 3, 4, False),
    ("one-unit", 2, 1, 2, 3, True),
    ("one-step", 4, 3, 1, 1, True),
    ("one-input", 1, 3, 2, 6, False),
]
CLASSES = 3


def main():
    torch.manual_seed(SEED)
    torch.set_default_dtype(torch.float64)
    vectors = {
        "torch": torch.__version__,
        "seed": SEED,
        "scriptSha256": hashlib.sha256(Path(__file__).read_bytes()).hexdigest(),
        "rnn": [layer_case(nn.RNN, *case) for case in CASES],
        "rnnLoss": [loss_case(*case) for case in CASES[:3]],
        "lstm": [layer_case(nn.LSTM, *case) for case in CASES],
        "gru": [layer_case(nn.GRU, *case) for case in CASES],
        "gruResetBefore": [layer_case(GruResetBefore, *case) for case in CASES],
    }
    text = json.dumps(vectors, indent=1)
    text = re.sub(r"\[[^][{}]*\]", lambda numbers: " ".join(numbers[0].split()), text)
    (HERE / "vectors.json").write_text(text + "\n")


def layer_case(layer, name, D, H, B, T, given):
    model, inputs = layer_inputs(layer, D, H, B, T, given)
    h, states = run(model, inputs)
    dh = draw(T, B, H)
    (dh * h).sum().backward()
    outputs = {"h": h, "cLast": states[1][0]} if "c0" in inputs else {"h": h}
    return described(name, D, H, B, T, given) | listed(weights(model) | inputs | {"dh": dh} | outputs)


def loss_case(name, D, H, B, T, given):
    model, inputs = layer_inputs(nn.RNN, D, H, B, T, given)
    output = nn.Linear(H, CLASSES)
    scatter(output, H)
    labels = torch.randint(CLASSES, (B,))
    h, _ = run(model, inputs)
    loss = nn.functional.cross_entropy(output(h[-1]), labels)
    loss.backward()
    extra = {"classes": CLASSES, "labels": labels.tolist(), "loss": loss.item()}
    return described(name, D, H, B, T, given) | extra | listed(weights(model) | weights(output, "output_") | inputs)


def layer_inputs(layer, D, H, B, T, given):
    model = layer(D, H)
    scatter(model, H)
    inputs = {"x": draw(T, B, D)}
    for state in ("h0", "c0") if layer is nn.LSTM else ("h0",):
        inputs[state] = draw(B, H) if given else torch.zeros(B, H)
    return model, {name: tensor.requires_grad_() for name, tensor in inputs.items()}


def run(model, inputs):
    first = [inputs[name].unsqueeze(0) for name in ("h0", "c0") if name in inputs]
    h, last = model(inputs["x"], tuple(first) if len(first) == 2 else first[0])
    return h, last


class GruResetBefore(nn.GRU):
    """The cell that resets before the recurrent product; b_hn is added to b_in, outside the reset."""

    def forward(self, x, h0):
        (W_ir, W_iz, W_in), (W_hr, W_hz, W_hn) = self.weight_ih_l0.chunk(3), self.weight_hh_l0.chunk(3)
        b_r, b_z, b_n = (self.bias_ih_l0 + self.bias_hh_l0).chunk(3)
        h, hs = h0[0], []
        for x_t in x:
            r = torch.sigmoid(x_t @ W_ir.T + h @ W_hr.T + b_r)
            z = torch.sigmoid(x_t @ W_iz.T + h @ W_hz.T + b_z)
            n = torch.tanh(x_t @ W_in.T + (r * h) @ W_hn.T + b_n)
            h = (1 - z) * n + z * h
            hs.append(h)
        return torch.stack(hs), h


def draw(*shape, scale=1.0):
    return torch.round(256 * scale * torch.randn(*shape)) / 256


def scatter(model, H):
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(draw(*parameter.shape, scale=H**-0.5))


def weights(model, prefix=""):
    return {prefix + name.replace("_l0", ""): tensor for name, tensor in model.named_parameters()}


def described(name, D, H, B, T, given):
    return {"name": name, "inputSize": D, "hiddenSize": H, "batch": B, "steps": T, "stateGiven": given}


def listed(tensors):
    grads = {"grad_" + name: tensor.grad for name, tensor in tensors.items() if tensor.is_leaf and tensor.requires_grad}
    return {name: tensor.detach().flatten().tolist() for name, tensor in (tensors | grads).items()}


if __name__ == "__main__":
    main()
