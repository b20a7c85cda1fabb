"""A stand-in for p_tqdm, without its bar."""

from pathos.multiprocessing import ProcessPool


def p_imap(function, *iterables, num_cpus=2, **kwargs):
    with ProcessPool(num_cpus) as pool:
        yield from pool.imap(function, *iterables)


def p_map(function, *iterables, **kwargs):
    return list(p_imap(function, *iterables, **kwargs))


p_umap, p_uimap = p_map, p_imap


def t_map(function, *iterables, **kwargs):
    return list(map(function, *iterables))
