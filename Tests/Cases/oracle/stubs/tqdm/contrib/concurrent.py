from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def process_map(fn, *iterables, max_workers=2, **kwargs):
    with ProcessPoolExecutor(max_workers) as executor:
        return list(executor.map(fn, *iterables))


def thread_map(fn, *iterables, max_workers=2, **kwargs):
    with ThreadPoolExecutor(max_workers) as executor:
        return list(executor.map(fn, *iterables))
