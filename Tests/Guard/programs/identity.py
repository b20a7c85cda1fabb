"""Code that asks which function it has: compilers, serialisers, dispatchers. The guard must not show."""

import inspect
import pickle
import sys
import tempfile

import cloudpickle
import joblib
import polars
import sklearn.base
import torch
import torch.fx
from sklearn.cluster import KMeans


def compute(a, b):
    return torch.matmul(a, b) + torch.zeros(2, 2) + torch.bmm(a[None], b[None])[0]


class Dispatched:
    handled = {}

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return cls.handled[function](*args)


Dispatched.handled[torch.matmul] = lambda *arguments: "dispatched"
a = torch.ones(2, 2, requires_grad=True)
b = torch.ones(2, 2)
print(torch.jit.script(compute)(a, b).sum().item(), torch.jit.trace(compute, (a, b))(a, b).sum().item())
print(torch.fx.symbolic_trace(compute)(a, b).sum().item(), torch.matmul(Dispatched(), Dispatched()))
compute(a, b).sum().backward()
print(a.grad.sum().item(), pickle.loads(pickle.dumps(torch.matmul)) is torch.matmul)
print(torch.compile(compute, backend="eager", fullgraph=True)(a, b).sum().item())
with torch.device("meta"):
    print(torch.zeros(2).device)

folder = tempfile.mkdtemp(prefix="forkguard-")
path = folder + "/x.csv"
with open(path, "w") as file:
    file.write("a\n1\n")
print(pickle.loads(cloudpickle.dumps(polars.concat)) is polars.concat)
print(joblib.Parallel(2)(joblib.delayed(polars.read_csv)(each) for each in [path] * 2))
print(joblib.Memory(folder, verbose=0).cache(polars.read_csv)(path).shape)
print(sklearn.base.clone(KMeans(3)), inspect.signature(KMeans.fit), inspect.signature(polars.DataFrame.filter))
print(polars.DataFrame({"a": [1]}).pipe(polars.DataFrame.filter, polars.col("a") > 0).height)
print(issubclass(type("Mine", (KMeans,), {}), KMeans), sys.getsizeof(polars.concat) > 0)
