"""A stand-in for the few parts of JAX that exported tests call, made of PyTorch. It is not JAX."""

import torch

from . import nn, numpy

__all__ = ["config", "grad", "hessian", "jacobian", "nn", "numpy"]

torch.Tensor.astype = lambda self, _: self.double()


class config:
    @staticmethod
    def update(name, value):
        if (name, value) != ("jax_enable_x64", True):
            raise ValueError(name)
        torch.set_default_dtype(torch.float64)


def jacobian(f):
    return lambda x: torch.autograd.functional.jacobian(f, x)


def grad(f):
    return jacobian(f)


def hessian(f):
    return lambda x: torch.autograd.functional.hessian(f, x)
