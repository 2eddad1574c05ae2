"""A stand-in for jax.numpy, made of PyTorch: what PyTorch spells as NumPy does is taken from there."""

import torch


def asarray(x):
    return torch.as_tensor(x, dtype=torch.float64)


def array(x, dtype=None):
    return torch.tensor(x, dtype=torch.float64)


def ravel(x, order="C"):
    return (x.T if order == "F" else x).reshape(-1)


def kron(a, b):
    product = a[:, None, :, None] * b[None, :, None, :]
    return product.reshape(a.shape[0] * b.shape[0], a.shape[1] * b.shape[1])


def maximum(a, b):
    return torch.maximum(asarray(a), asarray(b))


def minimum(a, b):
    return torch.minimum(asarray(a), asarray(b))


def logaddexp(a, b):
    return torch.logaddexp(asarray(a), asarray(b))


def log(x):
    return torch.log(asarray(x))


def sqrt(x):
    return torch.sqrt(asarray(x))


def abs(x):
    return torch.abs(asarray(x))


def block(rows):
    return torch.cat([torch.cat(row, dim=1) for row in rows], dim=0)


class linalg:
    @staticmethod
    def norm(x, order=None):
        return torch.linalg.norm(x) if order is None else torch.linalg.norm(x, ord=order)

    def __getattr__(self, name):
        return getattr(torch.linalg, name)


linalg = linalg()


def __getattr__(name):
    return getattr(torch, name)
