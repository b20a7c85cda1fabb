from pathos.multiprocessing import ProcessPool, ThreadPool
