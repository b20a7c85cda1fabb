// swift-format-ignore-file
// Generated from rules/ by `make generate`; a test fails when it is stale.

enum CatalogTable {
    // swift-format-ignore
    static let text: StaticString = ##"""
13 115 
7:aiohttp18:an aiohttp session5:FG1046:python1 7:aiohttp1 7:aiohttp6:handle-++-9 
25:aiohttp.ClientSession.get6:method0 ---0 --
26:aiohttp.ClientSession.post6:method0 ---0 --
25:aiohttp.ClientSession.put6:method0 ---0 --
27:aiohttp.ClientSession.patch6:method0 ---0 --
28:aiohttp.ClientSession.delete6:method0 ---0 --
26:aiohttp.ClientSession.head6:method0 ---0 --
29:aiohttp.ClientSession.options6:method0 ---0 --
29:aiohttp.ClientSession.request6:method0 ---0 --
32:aiohttp.ClientSession.ws_connect6:method0 ---0 --9 
25:aiohttp.ClientSession.get6:method0 ---0 --
26:aiohttp.ClientSession.post6:method0 ---0 --
25:aiohttp.ClientSession.put6:method0 ---0 --
27:aiohttp.ClientSession.patch6:method0 ---0 --
28:aiohttp.ClientSession.delete6:method0 ---0 --
26:aiohttp.ClientSession.head6:method0 ---0 --
29:aiohttp.ClientSession.options6:method0 ---0 --
29:aiohttp.ClientSession.request6:method0 ---0 --
32:aiohttp.ClientSession.ws_connect6:method0 ---0 --0 3 27:aiohttp.ClientSession.close31:aiohttp.ClientSession.__aexit__28:aiohttp.ClientSession.detach1 28:aiohttp.client.ClientSession21:aiohttp.ClientSession1 21:aiohttp.ClientSession21:aiohttp.ClientSession1 
0:9:uncertain132:may read the answer to another process's request or wait for its own for ever; in an event loop of its own it dies of `RuntimeError`-0 -0 0 140:keeps open sockets for the next request, which belong to the event loop that has opened them, and a fork hands the same sockets to the child125:Make the session in the child, in the worker's function or in its initializer; or close the parent's session before the fork.-32:One connection for each process.2 70:https://docs.aiohttp.org/en/stable/client_advanced.html#client-session43:https://github.com/psf/requests/issues/43234 
3:bad114:The parent's request leaves an open connection in the session, and parent and child send the next ones through it.442:import asyncio
import os

import aiohttp


async def fetch(session, number):
    async with session.get(f"http://example.org/items/{number}") as response:
        return await response.text()


async def main():
    session = aiohttp.ClientSession()
    print(await fetch(session, 1))
    if os.fork() == 0:  # warning: FG104
        print(await fetch(session, 2))
        os._exit(0)
    print(await fetch(session, 3))


asyncio.run(main())
0 +4:3.12
4:good37:The child makes a session of its own.466:import asyncio
import os

import aiohttp


async def fetch(session, number):
    async with session.get(f"http://example.org/items/{number}") as response:
        return await response.text()


async def main():
    session = aiohttp.ClientSession()
    print(await fetch(session, 1))
    if os.fork() == 0:
        session = aiohttp.ClientSession()
        print(await fetch(session, 2))
        os._exit(0)
    print(await fetch(session, 3))


asyncio.run(main())
0 +4:3.12
9:near-miss74:The block closes the parent's session, and each worker has one of its own.441:import asyncio
from multiprocessing import Pool

import aiohttp


async def fetch(number):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://example.org/items/{number}") as response:
            return await response.text()


def work(number):
    return asyncio.run(fetch(number))


if __name__ == "__main__":
    print(work(1))
    with Pool(4) as pool:
        print(pool.map(work, range(2, 10)))
0 +4:3.12
9:near-miss81:The parent has sent nothing before the fork, so there is no open socket to share.386:import asyncio
import os

import aiohttp


async def main():
    session = aiohttp.ClientSession()
    if os.fork() == 0:
        async with session.get("http://example.org/items/2") as response:
            print(await response.text())
        os._exit(0)
    async with session.get("http://example.org/items/3") as response:
        print(await response.text())


asyncio.run(main())
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
8:aiomysql8:aiomysql5:FG1046:python1 8:aiomysql1 8:aiomysql6:handle-++-4 
16:aiomysql.connect8:function0 ---0 --
24:aiomysql.Pool.__aenter__6:method0 ---0 --
23:aiomysql.Pool.__await__6:method0 ---0 --
21:aiomysql.Pool.acquire6:method0 ---0 --24 
26:aiomysql.Connection.cursor6:method0 ---0 --
26:aiomysql.Connection.commit6:method0 ---0 --
28:aiomysql.Connection.rollback6:method0 ---0 --
25:aiomysql.Connection.begin6:method0 ---0 --
24:aiomysql.Connection.ping6:method0 ---0 --
36:aiomysql.Connection.cursor().execute6:method0 ---0 --
40:aiomysql.Connection.cursor().executemany6:method0 ---0 --
37:aiomysql.Connection.cursor().fetchone6:method0 ---0 --
38:aiomysql.Connection.cursor().fetchmany6:method0 ---0 --
37:aiomysql.Connection.cursor().fetchall6:method0 ---0 --
37:aiomysql.Connection.cursor().callproc6:method0 ---0 --
21:aiomysql.Pool.acquire6:method0 ---0 --
21:aiomysql.Pool.release6:method0 ---0 --
30:aiomysql.Pool.acquire().cursor6:method0 ---0 --
30:aiomysql.Pool.acquire().commit6:method0 ---0 --
32:aiomysql.Pool.acquire().rollback6:method0 ---0 --
29:aiomysql.Pool.acquire().begin6:method0 ---0 --
28:aiomysql.Pool.acquire().ping6:method0 ---0 --
40:aiomysql.Pool.acquire().cursor().execute6:method0 ---0 --
44:aiomysql.Pool.acquire().cursor().executemany6:method0 ---0 --
41:aiomysql.Pool.acquire().cursor().fetchone6:method0 ---0 --
42:aiomysql.Pool.acquire().cursor().fetchmany6:method0 ---0 --
41:aiomysql.Pool.acquire().cursor().fetchall6:method0 ---0 --
41:aiomysql.Pool.acquire().cursor().callproc6:method0 ---0 --0 5 25:aiomysql.Connection.close29:aiomysql.Connection.__aexit__19:aiomysql.Pool.close23:aiomysql.Pool.terminate23:aiomysql.Pool.__aexit__4 30:aiomysql.connection.Connection19:aiomysql.Connection27:aiomysql.connection.connect16:aiomysql.connect18:aiomysql.pool.Pool13:aiomysql.Pool25:aiomysql.pool.create_pool20:aiomysql.create_pool5 26:aiomysql.Connection.cursor28:aiomysql.Connection.cursor()21:aiomysql.Pool.acquire23:aiomysql.Pool.acquire()30:aiomysql.Pool.acquire().cursor32:aiomysql.Pool.acquire().cursor()16:aiomysql.connect19:aiomysql.Connection20:aiomysql.create_pool13:aiomysql.Pool1 
0:9:uncertain98:may read rows that another process asked for, or die of `RuntimeError` in an event loop of its own-0 -0 0 150:keeps one socket to the server in every connection, which belongs to the event loop that has opened it, and a fork makes two processes of its one user151:Connect in the child: call `aiomysql.connect`, or make the pool, in the worker's function or in its initializer; or close the parent's before the fork.-54:One connection, or one pool of them, for each process.2 45:https://github.com/PyMySQL/PyMySQL/issues/42251:https://aiomysql.readthedocs.io/en/stable/pool.html3 
3:bad73:Every worker asks through the parent's pool, in an event loop of its own.662:import asyncio
from multiprocessing import Pool

import aiomysql

pool = None


async def count(customer):
    async with pool.acquire() as connection:
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT count(*) FROM orders WHERE customer = %s", (customer,))
            return await cursor.fetchone()


def work(customer):
    return asyncio.run(count(customer))


async def prepare():
    global pool
    pool = await aiomysql.create_pool(db="shop")
    print(await count(0))


if __name__ == "__main__":
    asyncio.run(prepare())
    with Pool(2) as workers:  # warning: FG104
        print(workers.map(work, [1, 2]))
0 +4:3.12
4:good50:Every call makes a pool of its own, and closes it.595:import asyncio
from multiprocessing import Pool

import aiomysql


async def count(customer):
    async with aiomysql.create_pool(db="shop") as pool:
        async with pool.acquire() as connection:
            async with connection.cursor() as cursor:
                await cursor.execute("SELECT count(*) FROM orders WHERE customer = %s", (customer,))
                return await cursor.fetchone()


def work(customer):
    return asyncio.run(count(customer))


if __name__ == "__main__":
    print(asyncio.run(count(0)))
    with Pool(2) as workers:
        print(workers.map(work, [1, 2]))
0 +4:3.12
9:near-miss78:The parent closes its connection before the fork; the child opens another one.425:import asyncio
import os

import aiomysql


async def count():
    connection = await aiomysql.connect(db="shop")
    async with connection.cursor() as cursor:
        await cursor.execute("SELECT count(*) FROM orders")
        print(await cursor.fetchone())
    connection.close()


async def main():
    await count()
    if os.fork() == 0:
        await count()
        os._exit(0)
    await count()


asyncio.run(main())
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
5:aiopg5:aiopg5:FG1046:python1 5:aiopg1 5:aiopg6:handle-++-5 
13:aiopg.connect8:function0 ---0 --
21:aiopg.Pool.__aenter__6:method0 ---0 --
20:aiopg.Pool.__await__6:method0 ---0 --
18:aiopg.Pool.acquire6:method0 ---0 --
17:aiopg.Pool.cursor6:method0 ---0 --25 
23:aiopg.Connection.cursor6:method0 ---0 --
23:aiopg.Connection.commit6:method0 ---0 --
25:aiopg.Connection.rollback6:method0 ---0 --
22:aiopg.Connection.begin6:method0 ---0 --
21:aiopg.Connection.ping6:method0 ---0 --
33:aiopg.Connection.cursor().execute6:method0 ---0 --
37:aiopg.Connection.cursor().executemany6:method0 ---0 --
34:aiopg.Connection.cursor().fetchone6:method0 ---0 --
35:aiopg.Connection.cursor().fetchmany6:method0 ---0 --
34:aiopg.Connection.cursor().fetchall6:method0 ---0 --
34:aiopg.Connection.cursor().callproc6:method0 ---0 --
18:aiopg.Pool.acquire6:method0 ---0 --
18:aiopg.Pool.release6:method0 ---0 --
17:aiopg.Pool.cursor6:method0 ---0 --
27:aiopg.Pool.acquire().cursor6:method0 ---0 --
27:aiopg.Pool.acquire().commit6:method0 ---0 --
29:aiopg.Pool.acquire().rollback6:method0 ---0 --
26:aiopg.Pool.acquire().begin6:method0 ---0 --
25:aiopg.Pool.acquire().ping6:method0 ---0 --
37:aiopg.Pool.acquire().cursor().execute6:method0 ---0 --
41:aiopg.Pool.acquire().cursor().executemany6:method0 ---0 --
38:aiopg.Pool.acquire().cursor().fetchone6:method0 ---0 --
39:aiopg.Pool.acquire().cursor().fetchmany6:method0 ---0 --
38:aiopg.Pool.acquire().cursor().fetchall6:method0 ---0 --
38:aiopg.Pool.acquire().cursor().callproc6:method0 ---0 --0 5 22:aiopg.Connection.close26:aiopg.Connection.__aexit__16:aiopg.Pool.close20:aiopg.Pool.terminate20:aiopg.Pool.__aexit__4 27:aiopg.connection.Connection16:aiopg.Connection24:aiopg.connection.connect13:aiopg.connect15:aiopg.pool.Pool10:aiopg.Pool22:aiopg.pool.create_pool17:aiopg.create_pool6 23:aiopg.Connection.cursor25:aiopg.Connection.cursor()18:aiopg.Pool.acquire20:aiopg.Pool.acquire()27:aiopg.Pool.acquire().cursor29:aiopg.Pool.acquire().cursor()17:aiopg.Pool.cursor29:aiopg.Pool.acquire().cursor()13:aiopg.connect16:aiopg.Connection17:aiopg.create_pool10:aiopg.Pool1 
0:5:error126:reads rows that another process asked for or waits for ever for its own; in an event loop of its own it dies of `RuntimeError`-0 -0 0 150:keeps one socket to the server in every connection, which belongs to the event loop that has opened it, and a fork makes two processes of its one user148:Connect in the child: call `aiopg.connect`, or make the pool, in the worker's function or in its initializer; or close the parent's before the fork.-54:One connection, or one pool of them, for each process.2 58:https://www.postgresql.org/docs/current/libpq-connect.html65:https://www.psycopg.org/docs/usage.html#thread-and-process-safety3 
3:bad73:Every worker asks through the parent's pool, in an event loop of its own.658:import asyncio
from multiprocessing import Pool

import aiopg

pool = None


async def count(customer):
    async with pool.acquire() as connection:
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT count(*) FROM orders WHERE customer = %s", (customer,))
            return await cursor.fetchone()


def work(customer):
    return asyncio.run(count(customer))


async def prepare():
    global pool
    pool = await aiopg.create_pool("dbname=shop")
    print(await count(0))


if __name__ == "__main__":
    asyncio.run(prepare())
    with Pool(2) as workers:  # error: FG104
        print(workers.map(work, [1, 2]))
0 +4:3.12
4:good50:Every call makes a pool of its own, and closes it.593:import asyncio
from multiprocessing import Pool

import aiopg


async def count(customer):
    async with aiopg.create_pool("dbname=shop") as pool:
        async with pool.acquire() as connection:
            async with connection.cursor() as cursor:
                await cursor.execute("SELECT count(*) FROM orders WHERE customer = %s", (customer,))
                return await cursor.fetchone()


def work(customer):
    return asyncio.run(count(customer))


if __name__ == "__main__":
    print(asyncio.run(count(0)))
    with Pool(2) as workers:
        print(workers.map(work, [1, 2]))
0 +4:3.12
9:near-miss78:The parent closes its connection before the fork; the child opens another one.429:import asyncio
import os

import aiopg


async def count():
    connection = await aiopg.connect("dbname=shop")
    async with connection.cursor() as cursor:
        await cursor.execute("SELECT count(*) FROM orders")
        print(await cursor.fetchone())
    await connection.close()


async def main():
    await count()
    if os.fork() == 0:
        await count()
        os._exit(0)
    await count()


asyncio.run(main())
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
11:apscheduler11:APScheduler5:FG1056:python1 11:apscheduler1 11:apscheduler6:handle-++-1 
59:apscheduler.schedulers.background.BackgroundScheduler.start6:method0 ---0 --1 
61:apscheduler.schedulers.background.BackgroundScheduler.add_job6:method0 ---0 --0 1 62:apscheduler.schedulers.background.BackgroundScheduler.shutdown0 1 53:apscheduler.schedulers.background.BackgroundScheduler53:apscheduler.schedulers.background.BackgroundScheduler1 
0:10:corruption42:adds a job that never runs, without a word-0 -0 0 86:runs its jobs from a thread of the scheduler, which a fork leaves behind in the parent158:Start the scheduler in the child, or add the jobs in the process that started it; under a server, in the hook that runs in each worker or with preloading off.-55:Each process that starts a scheduler runs its own jobs.2 50:https://apscheduler.readthedocs.io/en/3.x/faq.html61:https://github.com/viniciuschiele/flask-apscheduler/issues/843 
3:bad58:The thread that would run the job runs in the parent only.414:import time
from multiprocessing import Process

from apscheduler.schedulers.background import BackgroundScheduler

scheduler = BackgroundScheduler()
scheduler.start()


def watch(name):
    scheduler.add_job(print, "interval", seconds=1, args=[name], id=name)
    time.sleep(3)


if __name__ == "__main__":
    worker = Process(target=watch, args=("orders",))
    worker.start()  # error: FG105
    worker.join()
0 +4:3.12
4:good40:The child starts a scheduler of its own.458:import time
from multiprocessing import Process

from apscheduler.schedulers.background import BackgroundScheduler

scheduler = BackgroundScheduler()
scheduler.start()


def watch(name):
    scheduler = BackgroundScheduler()
    scheduler.start()
    scheduler.add_job(print, "interval", seconds=1, args=[name], id=name)
    time.sleep(3)


if __name__ == "__main__":
    worker = Process(target=watch, args=("orders",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss70:All jobs are added where the scheduler was started; a worker computes.375:from multiprocessing import Pool

from apscheduler.schedulers.background import BackgroundScheduler


def square(number):
    return number * number


if __name__ == "__main__":
    scheduler = BackgroundScheduler()
    scheduler.start()
    scheduler.add_job(print, "interval", seconds=1, args=["alive"])
    with Pool(2) as pool:
        print(pool.map(square, range(10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 1 
9:jobstores0 0 0 -0 ---0 
8:archives19:an open zip archive5:FG1046:python1 7:zipfile1 6:python6:handle-++-1 
15:zipfile.ZipFile11:constructor2 4:file4:mode---1 
4:file7 10:io.BytesIO--7 
20:zipfile.ZipFile.read6:method0 ---0 --
20:zipfile.ZipFile.open6:method0 ---0 --
23:zipfile.ZipFile.extract6:method0 ---0 --
26:zipfile.ZipFile.extractall6:method0 ---0 --
23:zipfile.ZipFile.testzip6:method0 ---0 --
21:zipfile.ZipFile.write6:method0 ---0 --
24:zipfile.ZipFile.writestr6:method0 ---0 --0 2 21:zipfile.ZipFile.close24:zipfile.ZipFile.__exit__0 0 1 
0:9:uncertain57:fails with `BadZipFile`, where two processes read at once-0 -0 1 39:zipfile.BadZipFile: Bad CRC-32 for file90:seeks in one open file before it reads, and parent and children share that file's position107:Open the archive in the child, in the worker's function, its initializer or at the first item of a dataset.-50:Each process reads the archive's list of contents.4 46:https://github.com/python/cpython/issues/8653543:https://github.com/numpy/numpy/issues/1812458:https://github.com/zarr-developers/zarr-python/issues/121845:https://github.com/mehta-lab/VisCy/issues/4173 
3:bad76:The data set opens the archive, and every worker seeks in the one open file.573:import io
import zipfile

from PIL import Image
from torch.utils.data import DataLoader, Dataset


class Images(Dataset):
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.names = self.archive.namelist()

    def __len__(self):
        return len(self.names)

    def __getitem__(self, index):
        return Image.open(io.BytesIO(self.archive.read(self.names[index])))


def main():
    for image in DataLoader(Images("/data/images.zip"), num_workers=4):  # warning: FG104
        print(image)


if __name__ == "__main__":
    main()
0 +4:3.12
4:good49:Every worker opens the archive at its first item.696:import io
import zipfile

from PIL import Image
from torch.utils.data import DataLoader, Dataset


class Images(Dataset):
    def __init__(self, path):
        self.path = path
        self.archive = None
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()

    def __len__(self):
        return len(self.names)

    def __getitem__(self, index):
        if self.archive is None:
            self.archive = zipfile.ZipFile(self.path)
        return Image.open(io.BytesIO(self.archive.read(self.names[index])))


def main():
    for image in DataLoader(Images("/data/images.zip"), num_workers=4):
        print(image)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss70:The archive lies in memory, and each process has its own copy of that.317:import io
import zipfile
from multiprocessing import Pool

with open("/data/images.zip", "rb") as file:
    archive = zipfile.ZipFile(io.BytesIO(file.read()))


def size(name):
    return len(archive.read(name))


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(size, archive.namelist()))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
17:async-http-client15:AsyncHTTPClient5:FG1025:swift1 15:AsyncHTTPClient1 17:async-http-client7:process-++-8 
26:AsyncHTTPClient.HTTPClient11:constructor0 +22:eventLoopGroupProvider1 --0 --
26:AsyncHTTPClient.HTTPClient11:constructor0 +22:eventLoopGroupProvider6 10:.singleton--0 --
37:AsyncHTTPClient.HTTPClient.shared.get8:function0 ---0 --
38:AsyncHTTPClient.HTTPClient.shared.post8:function0 ---0 --
39:AsyncHTTPClient.HTTPClient.shared.patch8:function0 ---0 --
37:AsyncHTTPClient.HTTPClient.shared.put8:function0 ---0 --
40:AsyncHTTPClient.HTTPClient.shared.delete8:function0 ---0 --
41:AsyncHTTPClient.HTTPClient.shared.execute8:function0 ---0 --18 
30:AsyncHTTPClient.HTTPClient.get6:method0 +22:eventLoopGroupProvider1 --0 --
30:AsyncHTTPClient.HTTPClient.get6:method0 +22:eventLoopGroupProvider6 10:.singleton--0 --
31:AsyncHTTPClient.HTTPClient.post6:method0 +22:eventLoopGroupProvider1 --0 --
31:AsyncHTTPClient.HTTPClient.post6:method0 +22:eventLoopGroupProvider6 10:.singleton--0 --
32:AsyncHTTPClient.HTTPClient.patch6:method0 +22:eventLoopGroupProvider1 --0 --
32:AsyncHTTPClient.HTTPClient.patch6:method0 +22:eventLoopGroupProvider6 10:.singleton--0 --
30:AsyncHTTPClient.HTTPClient.put6:method0 +22:eventLoopGroupProvider1 --0 --
30:AsyncHTTPClient.HTTPClient.put6:method0 +22:eventLoopGroupProvider6 10:.singleton--0 --
33:AsyncHTTPClient.HTTPClient.delete6:method0 +22:eventLoopGroupProvider1 --0 --
33:AsyncHTTPClient.HTTPClient.delete6:method0 +22:eventLoopGroupProvider6 10:.singleton--0 --
34:AsyncHTTPClient.HTTPClient.execute6:method0 +22:eventLoopGroupProvider1 --0 --
34:AsyncHTTPClient.HTTPClient.execute6:method0 +22:eventLoopGroupProvider6 10:.singleton--0 --
37:AsyncHTTPClient.HTTPClient.shared.get8:function0 ---0 --
38:AsyncHTTPClient.HTTPClient.shared.post8:function0 ---0 --
39:AsyncHTTPClient.HTTPClient.shared.patch8:function0 ---0 --
37:AsyncHTTPClient.HTTPClient.shared.put8:function0 ---0 --
40:AsyncHTTPClient.HTTPClient.shared.delete8:function0 ---0 --
41:AsyncHTTPClient.HTTPClient.shared.execute8:function0 ---0 --0 0 0 0 1 
0:4:hang80:waits for ever for an answer, be it by a client of its own on the shared threads-0 -0 0 143:runs `HTTPClient.shared`, and each client that names no event loops, on SwiftNIO's shared threads, and a fork leaves those behind in the parent185:Give the child a client with a group of its own, `HTTPClient(eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)))`, or fork before the first client is made.-55:The child starts threads of its own, and connects anew.2 100:https://github.com/swift-server/async-http-client/blob/main/Sources/AsyncHTTPClient/HTTPClient.swift83:https://github.com/apple/swift-nio/blob/main/Sources/NIOPosix/PosixSingletons.swift4 
3:bad94:The client's requests run on threads that exist in the parent only; the child's is never sent.283:import AsyncHTTPClient
import Glibc

func load(_ address: String) throws {
    print(try HTTPClient.shared.get(url: address).wait().status)
}

try load("https://example.com")
if fork() == 0 {  // error: FG102
    try load("https://example.com/child")
    exit(0)
}
wait(nil)
exit(0)
0 -
4:good46:The child's client has event loops of its own.413:import AsyncHTTPClient
import Glibc
import NIOPosix

print(try HTTPClient.shared.get(url: "https://example.com").wait().status)
if fork() == 0 {
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let client = HTTPClient(eventLoopGroupProvider: .shared(loops))
    print(try client.get(url: "https://example.com/child").wait().status)
    try client.syncShutdown()
    exit(0)
}
wait(nil)
exit(0)
0 -
9:near-miss57:A child that loads nothing inherits nothing that it uses.180:import AsyncHTTPClient
import Glibc

print(try HTTPClient.shared.get(url: "https://example.com").wait().status)
if fork() == 0 {
    print("child")
    exit(0)
}
wait(nil)
exit(0)
0 -
3:bad83:A new client in the child takes the same threads, unless it is told to take others.369:import AsyncHTTPClient
import Glibc

func load(_ address: String) throws {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    defer { try? client.syncShutdown() }
    print(try client.get(url: address).wait().status)
}

try load("https://example.com")
if fork() == 0 {  // error: FG102
    try load("https://example.com/child")
    exit(0)
}
wait(nil)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
23:async-http-client-loops27:a client of AsyncHTTPClient5:FG1055:swift1 15:AsyncHTTPClient1 17:async-http-client6:handle-++-1 
26:AsyncHTTPClient.HTTPClient11:constructor0 +22:eventLoopGroupProvider0 --1 
22:eventLoopGroupProvider6 10:.singleton--6 
30:AsyncHTTPClient.HTTPClient.get6:method0 ---0 --
31:AsyncHTTPClient.HTTPClient.post6:method0 ---0 --
32:AsyncHTTPClient.HTTPClient.patch6:method0 ---0 --
30:AsyncHTTPClient.HTTPClient.put6:method0 ---0 --
33:AsyncHTTPClient.HTTPClient.delete6:method0 ---0 --
34:AsyncHTTPClient.HTTPClient.execute6:method0 ---0 --0 2 35:AsyncHTTPClient.HTTPClient.shutdown39:AsyncHTTPClient.HTTPClient.syncShutdown0 0 1 
0:4:hang62:waits for ever for an answer to a request that no thread sends-0 -0 0 88:sends its requests on the threads of an event loop group, which exist in the parent only73:Make the client, and the event loop group that it is given, in the child.-55:The child starts threads of its own, and connects anew.1 100:https://github.com/swift-server/async-http-client/blob/main/Sources/AsyncHTTPClient/HTTPClient.swift3 
3:bad88:The client's event loops run in the parent's threads; the child's request is never sent.413:import AsyncHTTPClient
import Glibc
import NIOPosix

let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let client = HTTPClient(eventLoopGroupProvider: .shared(loops))

func load(_ address: String) throws {
    print(try client.get(url: address).wait().status)
}

try load("https://example.com")
if fork() == 0 {  // error: FG105
    try load("https://example.com/child")
    exit(0)
}
wait(nil)
exit(0)
0 -
4:good45:Each process makes its client after the fork.436:import AsyncHTTPClient
import Glibc
import NIOPosix

func load(_ address: String) throws {
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let client = HTTPClient(eventLoopGroupProvider: .shared(loops))
    defer { try? client.syncShutdown() }
    print(try client.get(url: address).wait().status)
}

if fork() == 0 {
    try load("https://example.com/child")
    exit(0)
}
try load("https://example.com")
wait(nil)
0 -
9:near-miss66:The child makes a client of its own and leaves its parent's alone.495:import AsyncHTTPClient
import Glibc
import NIOPosix

let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let client = HTTPClient(eventLoopGroupProvider: .shared(loops))
print(try client.get(url: "https://example.com").wait().status)
if fork() == 0 {
    let own = HTTPClient(eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)))
    print(try own.get(url: "https://example.com/child").wait().status)
    try own.syncShutdown()
    exit(0)
}
wait(nil)
exit(0)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:asyncpg7:asyncpg5:FG1046:python1 7:asyncpg1 7:asyncpg6:handle-++-13 
15:asyncpg.connect8:function0 ---0 --
23:asyncpg.Pool.__aenter__6:method0 ---0 --
22:asyncpg.Pool.__await__6:method0 ---0 --
20:asyncpg.Pool.acquire6:method0 ---0 --
20:asyncpg.Pool.execute6:method0 ---0 --
24:asyncpg.Pool.executemany6:method0 ---0 --
18:asyncpg.Pool.fetch6:method0 ---0 --
21:asyncpg.Pool.fetchrow6:method0 ---0 --
21:asyncpg.Pool.fetchval6:method0 ---0 --
26:asyncpg.Pool.copy_to_table6:method0 ---0 --
34:asyncpg.Pool.copy_records_to_table6:method0 ---0 --
28:asyncpg.Pool.copy_from_query6:method0 ---0 --
28:asyncpg.Pool.copy_from_table6:method0 ---0 --44 
26:asyncpg.Connection.execute6:method0 ---0 --
30:asyncpg.Connection.executemany6:method0 ---0 --
24:asyncpg.Connection.fetch6:method0 ---0 --
27:asyncpg.Connection.fetchrow6:method0 ---0 --
27:asyncpg.Connection.fetchval6:method0 ---0 --
28:asyncpg.Connection.fetchmany6:method0 ---0 --
26:asyncpg.Connection.prepare6:method0 ---0 --
25:asyncpg.Connection.cursor6:method0 ---0 --
30:asyncpg.Connection.transaction6:method0 ---0 --
32:asyncpg.Connection.copy_to_table6:method0 ---0 --
40:asyncpg.Connection.copy_records_to_table6:method0 ---0 --
34:asyncpg.Connection.copy_from_query6:method0 ---0 --
34:asyncpg.Connection.copy_from_table6:method0 ---0 --
31:asyncpg.Connection.add_listener6:method0 ---0 --
38:asyncpg.Connection.reload_schema_state6:method0 ---0 --
33:asyncpg.Connection.set_type_codec6:method0 ---0 --
20:asyncpg.Pool.acquire6:method0 ---0 --
20:asyncpg.Pool.release6:method0 ---0 --
31:asyncpg.Pool.expire_connections6:method0 ---0 --
20:asyncpg.Pool.execute6:method0 ---0 --
24:asyncpg.Pool.executemany6:method0 ---0 --
18:asyncpg.Pool.fetch6:method0 ---0 --
21:asyncpg.Pool.fetchrow6:method0 ---0 --
21:asyncpg.Pool.fetchval6:method0 ---0 --
26:asyncpg.Pool.copy_to_table6:method0 ---0 --
34:asyncpg.Pool.copy_records_to_table6:method0 ---0 --
28:asyncpg.Pool.copy_from_query6:method0 ---0 --
28:asyncpg.Pool.copy_from_table6:method0 ---0 --
30:asyncpg.Pool.acquire().execute6:method0 ---0 --
34:asyncpg.Pool.acquire().executemany6:method0 ---0 --
28:asyncpg.Pool.acquire().fetch6:method0 ---0 --
31:asyncpg.Pool.acquire().fetchrow6:method0 ---0 --
31:asyncpg.Pool.acquire().fetchval6:method0 ---0 --
32:asyncpg.Pool.acquire().fetchmany6:method0 ---0 --
30:asyncpg.Pool.acquire().prepare6:method0 ---0 --
29:asyncpg.Pool.acquire().cursor6:method0 ---0 --
34:asyncpg.Pool.acquire().transaction6:method0 ---0 --
36:asyncpg.Pool.acquire().copy_to_table6:method0 ---0 --
44:asyncpg.Pool.acquire().copy_records_to_table6:method0 ---0 --
38:asyncpg.Pool.acquire().copy_from_query6:method0 ---0 --
38:asyncpg.Pool.acquire().copy_from_table6:method0 ---0 --
35:asyncpg.Pool.acquire().add_listener6:method0 ---0 --
42:asyncpg.Pool.acquire().reload_schema_state6:method0 ---0 --
37:asyncpg.Pool.acquire().set_type_codec6:method0 ---0 --0 5 24:asyncpg.Connection.close28:asyncpg.Connection.terminate18:asyncpg.Pool.close22:asyncpg.Pool.terminate22:asyncpg.Pool.__aexit__4 29:asyncpg.connection.Connection18:asyncpg.Connection26:asyncpg.connection.connect15:asyncpg.connect17:asyncpg.pool.Pool12:asyncpg.Pool24:asyncpg.pool.create_pool19:asyncpg.create_pool3 20:asyncpg.Pool.acquire22:asyncpg.Pool.acquire()15:asyncpg.connect18:asyncpg.Connection19:asyncpg.create_pool12:asyncpg.Pool1 
0:5:error158:dies of `RuntimeError` or `InterfaceError`, as the connection belongs to another event loop, or reads answers meant for its parent: the session of both breaks-0 -0 0 184:keeps one socket to the server and the state of the conversation on it in every connection, and belongs to the event loop that has opened it: a fork makes two processes of its one user150:Connect in the child: call `asyncpg.connect`, or make the pool, in the worker's function or in its initializer; or close the parent's before the fork.-54:One connection, or one pool of them, for each process.3 58:https://www.postgresql.org/docs/current/libpq-connect.html47:https://github.com/MagicStack/asyncpg/issues/5655:https://magicstack.github.io/asyncpg/current/usage.html5 
3:bad88:The parent has asked through the connection, and the child asks through the same socket.405:import asyncio
import os

import asyncpg


async def main():
    connection = await asyncpg.connect("postgres://localhost/shop")
    print(await connection.fetchval("SELECT count(*) FROM jobs"))
    if os.fork() == 0:  # error: FG104
        await connection.execute("UPDATE jobs SET state = 'done'")
        os._exit(0)
    await connection.execute("UPDATE jobs SET state = 'new'")


asyncio.run(main())
0 +4:3.12
4:good30:The child connects for itself.461:import asyncio
import os

import asyncpg


async def main():
    connection = await asyncpg.connect("postgres://localhost/shop")
    print(await connection.fetchval("SELECT count(*) FROM jobs"))
    if os.fork() == 0:
        connection = await asyncpg.connect("postgres://localhost/shop")
        await connection.execute("UPDATE jobs SET state = 'done'")
        os._exit(0)
    await connection.execute("UPDATE jobs SET state = 'new'")


asyncio.run(main())
0 +4:3.12
3:bad86:The pool of the parent is asked in every worker, in an event loop of the worker's own.588:import asyncio
from multiprocessing import Pool

import asyncpg

pool = None


async def count(customer):
    async with pool.acquire() as connection:
        return await connection.fetchval("SELECT count(*) FROM orders WHERE customer = $1", customer)


def work(customer):
    return asyncio.run(count(customer))


async def prepare():
    global pool
    pool = await asyncpg.create_pool("postgres://localhost/shop")
    print(await count(0))


if __name__ == "__main__":
    asyncio.run(prepare())
    with Pool(2) as workers:  # error: FG104
        print(workers.map(work, [1, 2]))
0 +4:3.12
9:near-miss90:The block closes the parent's pool before the fork, and every worker makes one of its own.527:import asyncio
from multiprocessing import Pool

import asyncpg


async def count(customer):
    async with asyncpg.create_pool("postgres://localhost/shop", min_size=1) as pool:
        async with pool.acquire() as connection:
            return await connection.fetchval("SELECT count(*) FROM orders WHERE customer = $1", customer)


def work(customer):
    return asyncio.run(count(customer))


if __name__ == "__main__":
    print(asyncio.run(count(0)))
    with Pool(2) as workers:
        print(workers.map(work, [1, 2]))
0 +4:3.12
9:near-miss87:A pool that nobody has awaited has no connection yet: the child is the first that does.361:import asyncio
from multiprocessing import Process

import asyncpg

pool = asyncpg.create_pool("postgres://localhost/shop")


async def count():
    await pool
    print(await pool.fetchval("SELECT count(*) FROM orders"))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
5:boto314:a boto3 client5:FG1046:python2 5:boto38:botocore2 5:boto38:botocore6:handle-++-234 
37:botocore.client.BaseClient.get_object6:method0 ---0 --
37:botocore.client.BaseClient.put_object6:method0 ---0 --
40:botocore.client.BaseClient.delete_object6:method0 ---0 --
41:botocore.client.BaseClient.delete_objects6:method0 ---0 --
38:botocore.client.BaseClient.copy_object6:method0 ---0 --
38:botocore.client.BaseClient.head_object6:method0 ---0 --
38:botocore.client.BaseClient.head_bucket6:method0 ---0 --
39:botocore.client.BaseClient.list_objects6:method0 ---0 --
42:botocore.client.BaseClient.list_objects_v26:method0 ---0 --
39:botocore.client.BaseClient.list_buckets6:method0 ---0 --
40:botocore.client.BaseClient.create_bucket6:method0 ---0 --
38:botocore.client.BaseClient.upload_file6:method0 ---0 --
41:botocore.client.BaseClient.upload_fileobj6:method0 ---0 --
40:botocore.client.BaseClient.download_file6:method0 ---0 --
43:botocore.client.BaseClient.download_fileobj6:method0 ---0 --
33:botocore.client.BaseClient.invoke6:method0 ---0 --
34:botocore.client.BaseClient.publish6:method0 ---0 --
39:botocore.client.BaseClient.send_message6:method0 ---0 --
45:botocore.client.BaseClient.send_message_batch6:method0 ---0 --
42:botocore.client.BaseClient.receive_message6:method0 ---0 --
41:botocore.client.BaseClient.delete_message6:method0 ---0 --
35:botocore.client.BaseClient.get_item6:method0 ---0 --
35:botocore.client.BaseClient.put_item6:method0 ---0 --
38:botocore.client.BaseClient.update_item6:method0 ---0 --
38:botocore.client.BaseClient.delete_item6:method0 ---0 --
32:botocore.client.BaseClient.query6:method0 ---0 --
31:botocore.client.BaseClient.scan6:method0 ---0 --
43:botocore.client.BaseClient.batch_write_item6:method0 ---0 --
41:botocore.client.BaseClient.batch_get_item6:method0 ---0 --
43:botocore.client.BaseClient.get_secret_value6:method0 ---0 --
40:botocore.client.BaseClient.get_parameter6:method0 ---0 --
41:botocore.client.BaseClient.get_parameters6:method0 ---0 --
37:botocore.client.BaseClient.put_record6:method0 ---0 --
38:botocore.client.BaseClient.put_records6:method0 ---0 --
42:botocore.client.BaseClient.put_metric_data6:method0 ---0 --
37:botocore.client.BaseClient.put_events6:method0 ---0 --
42:botocore.client.BaseClient.start_execution6:method0 ---0 --
45:botocore.client.BaseClient.describe_instances6:method0 ---0 --
46:botocore.client.BaseClient.get_caller_identity6:method0 ---0 --
38:botocore.client.BaseClient.assume_role6:method0 ---0 --
39:botocore.client.BaseClient.invoke_model6:method0 ---0 --
35:botocore.client.BaseClient.converse6:method0 ---0 --
28:botocore.client.BaseClient.*6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.abort6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.accept6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.activate6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.add_group6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.add_permission6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.add_role6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.add_user6:method0 ---0 --
42:boto3.resources.base.ServiceResource.*.all6:method0 ---0 --
66:boto3.resources.base.ServiceResource.*.assign_private_ip_addresses6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.associate6:method0 ---0 --
61:boto3.resources.base.ServiceResource.*.associate_dhcp_options6:method0 ---0 --
60:boto3.resources.base.ServiceResource.*.associate_with_subnet6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.associate_with_vpc6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.attach6:method0 ---0 --
67:boto3.resources.base.ServiceResource.*.attach_classic_link_instance6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.attach_classic_link_vpc6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.attach_group6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.attach_internet_gateway6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.attach_policy6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.attach_role6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.attach_to_instance6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.attach_to_vpc6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.attach_user6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.attach_volume6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.authorize_egress6:method0 ---0 --
56:boto3.resources.base.ServiceResource.*.authorize_ingress6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.batch_get_item6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.batch_write_item6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.batch_writer6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.cancel_update6:method0 ---0 --
70:boto3.resources.base.ServiceResource.*.change_message_visibility_batch6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.change_password6:method0 ---0 --
56:boto3.resources.base.ServiceResource.*.change_visibility6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.complete6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.confirm_subscription6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.console_output6:method0 ---0 --
43:boto3.resources.base.ServiceResource.*.copy6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.copy_from6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.create6:method0 ---0 --
61:boto3.resources.base.ServiceResource.*.create_access_key_pair6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.create_account_alias6:method0 ---0 --
69:boto3.resources.base.ServiceResource.*.create_account_password_policy6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.create_bucket6:method0 ---0 --
58:boto3.resources.base.ServiceResource.*.create_dhcp_options6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_entry6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_group6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_image6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.create_instance_profile6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.create_instances6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.create_internet_gateway6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.create_key_pair6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.create_login_profile6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.create_network_acl6:method0 ---0 --
63:boto3.resources.base.ServiceResource.*.create_network_interface6:method0 ---0 --
61:boto3.resources.base.ServiceResource.*.create_placement_group6:method0 ---0 --
66:boto3.resources.base.ServiceResource.*.create_platform_application6:method0 ---0 --
63:boto3.resources.base.ServiceResource.*.create_platform_endpoint6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.create_policy6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_queue6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.create_role6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_route6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.create_route_table6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.create_saml_provider6:method0 ---0 --
60:boto3.resources.base.ServiceResource.*.create_security_group6:method0 ---0 --
64:boto3.resources.base.ServiceResource.*.create_server_certificate6:method0 ---0 --
65:boto3.resources.base.ServiceResource.*.create_signing_certificate6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.create_snapshot6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_stack6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.create_subnet6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_table6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.create_tags6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_topic6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.create_user6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.create_vault6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.create_version6:method0 ---0 --
64:boto3.resources.base.ServiceResource.*.create_virtual_mfa_device6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.create_volume6:method0 ---0 --
49:boto3.resources.base.ServiceResource.*.create_vpc6:method0 ---0 --
68:boto3.resources.base.ServiceResource.*.create_vpc_peering_connection6:method0 ---0 --
49:boto3.resources.base.ServiceResource.*.deactivate6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.delete6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.delete_entry6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.delete_item6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.delete_messages6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.delete_objects6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.delete_tags6:method0 ---0 --
49:boto3.resources.base.ServiceResource.*.deregister6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.describe_attribute6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.describe_history6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.describe_status6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.detach6:method0 ---0 --
67:boto3.resources.base.ServiceResource.*.detach_classic_link_instance6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.detach_classic_link_vpc6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.detach_from_instance6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.detach_from_vpc6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.detach_group6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.detach_internet_gateway6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.detach_policy6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.detach_role6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.detach_user6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.detach_volume6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.disable_actions6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.disable_classic_link6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.disassociate6:method0 ---0 --
63:boto3.resources.base.ServiceResource.*.disassociate_route_table6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.download_file6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.download_fileobj6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.enable6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.enable_actions6:method0 ---0 --
58:boto3.resources.base.ServiceResource.*.enable_classic_link6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.enable_io6:method0 ---0 --
49:boto3.resources.base.ServiceResource.*.enable_mfa6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.filter6:method0 ---0 --
42:boto3.resources.base.ServiceResource.*.get6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.get_item6:method0 ---0 --
49:boto3.resources.base.ServiceResource.*.get_output6:method0 ---0 --
56:boto3.resources.base.ServiceResource.*.get_queue_by_name6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.get_statistics6:method0 ---0 --
43:boto3.resources.base.ServiceResource.*.head6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.import_key_pair6:method0 ---0 --
65:boto3.resources.base.ServiceResource.*.initiate_archive_retrieval6:method0 ---0 --
67:boto3.resources.base.ServiceResource.*.initiate_inventory_retrieval6:method0 ---0 --
64:boto3.resources.base.ServiceResource.*.initiate_multipart_upload6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.limit6:method0 ---0 --
43:boto3.resources.base.ServiceResource.*.load6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.modify_attribute6:method0 ---0 --
46:boto3.resources.base.ServiceResource.*.monitor6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.page_size6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.pages6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.parts6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.password_data6:method0 ---0 --
46:boto3.resources.base.ServiceResource.*.publish6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.purge6:method0 ---0 --
42:boto3.resources.base.ServiceResource.*.put6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.put_alarm6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.put_data6:method0 ---0 --
47:boto3.resources.base.ServiceResource.*.put_item6:method0 ---0 --
49:boto3.resources.base.ServiceResource.*.put_object6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.query6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.reboot6:method0 ---0 --
55:boto3.resources.base.ServiceResource.*.receive_messages6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.register_image6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.reject6:method0 ---0 --
46:boto3.resources.base.ServiceResource.*.release6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.reload6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.remove_group6:method0 ---0 --
56:boto3.resources.base.ServiceResource.*.remove_permission6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.remove_role6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.remove_user6:method0 ---0 --
58:boto3.resources.base.ServiceResource.*.replace_association6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.replace_entry6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.replace_subnet6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.report_status6:method0 ---0 --
69:boto3.resources.base.ServiceResource.*.request_vpc_peering_connection6:method0 ---0 --
54:boto3.resources.base.ServiceResource.*.reset_attribute6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.reset_kernel6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.reset_ramdisk6:method0 ---0 --
62:boto3.resources.base.ServiceResource.*.reset_source_dest_check6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.restore_object6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.resync6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.revoke_egress6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.revoke_ingress6:method0 ---0 --
43:boto3.resources.base.ServiceResource.*.scan6:method0 ---0 --
51:boto3.resources.base.ServiceResource.*.send_message6:method0 ---0 --
52:boto3.resources.base.ServiceResource.*.send_messages6:method0 ---0 --
42:boto3.resources.base.ServiceResource.*.set6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.set_as_default6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.set_attributes6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.set_state6:method0 ---0 --
44:boto3.resources.base.ServiceResource.*.start6:method0 ---0 --
43:boto3.resources.base.ServiceResource.*.stop6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.subscribe6:method0 ---0 --
46:boto3.resources.base.ServiceResource.*.suspend6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.terminate6:method0 ---0 --
68:boto3.resources.base.ServiceResource.*.unassign_private_ip_addresses6:method0 ---0 --
48:boto3.resources.base.ServiceResource.*.unmonitor6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.update6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.update_item6:method0 ---0 --
45:boto3.resources.base.ServiceResource.*.upload6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.upload_archive6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.upload_file6:method0 ---0 --
53:boto3.resources.base.ServiceResource.*.upload_fileobj6:method0 ---0 --
50:boto3.resources.base.ServiceResource.*.upload_part6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.wait_until_available6:method0 ---0 --
59:boto3.resources.base.ServiceResource.*.wait_until_completed6:method0 ---0 --
56:boto3.resources.base.ServiceResource.*.wait_until_exists6:method0 ---0 --
60:boto3.resources.base.ServiceResource.*.wait_until_not_exists6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.wait_until_running6:method0 ---0 --
57:boto3.resources.base.ServiceResource.*.wait_until_stopped6:method0 ---0 --
60:boto3.resources.base.ServiceResource.*.wait_until_terminated6:method0 ---0 --
51:botocore.client.BaseClient.get_paginator().paginate6:method0 ---0 --0 8 39:botocore.client.BaseClient.can_paginate32:botocore.client.BaseClient.close39:botocore.client.BaseClient.exceptions.*50:botocore.client.BaseClient.generate_presigned_post49:botocore.client.BaseClient.generate_presigned_url40:botocore.client.BaseClient.get_paginator37:botocore.client.BaseClient.get_waiter33:botocore.client.BaseClient.meta.*1 32:botocore.client.BaseClient.close1 21:boto3.session.Session13:boto3.Session101 13:boto3.Session13:boto3.Session20:boto3.Session.client26:botocore.client.BaseClient22:boto3.Session.resource36:boto3.resources.base.ServiceResource12:boto3.client26:botocore.client.BaseClient14:boto3.resource36:boto3.resources.base.ServiceResource42:boto3.resources.base.ServiceResource.*.all47:boto3.resources.base.ServiceResource.collection60:boto3.resources.base.ServiceResource.*.associate_with_subnet36:boto3.resources.base.ServiceResource49:boto3.resources.base.ServiceResource.*.attributes24:botocore.response.Answer53:boto3.resources.base.ServiceResource.*.batch_get_item24:botocore.response.Answer55:boto3.resources.base.ServiceResource.*.batch_write_item24:botocore.response.Answer59:boto3.resources.base.ServiceResource.*.confirm_subscription36:boto3.resources.base.ServiceResource53:boto3.resources.base.ServiceResource.*.console_output24:botocore.response.Answer48:boto3.resources.base.ServiceResource.*.copy_from24:botocore.response.Answer45:boto3.resources.base.ServiceResource.*.create36:boto3.resources.base.ServiceResource61:boto3.resources.base.ServiceResource.*.create_access_key_pair36:boto3.resources.base.ServiceResource69:boto3.resources.base.ServiceResource.*.create_account_password_policy36:boto3.resources.base.ServiceResource52:boto3.resources.base.ServiceResource.*.create_bucket36:boto3.resources.base.ServiceResource58:boto3.resources.base.ServiceResource.*.create_dhcp_options36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_group36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_image36:boto3.resources.base.ServiceResource62:boto3.resources.base.ServiceResource.*.create_instance_profile36:boto3.resources.base.ServiceResource55:boto3.resources.base.ServiceResource.*.create_instances47:boto3.resources.base.ServiceResource.collection62:boto3.resources.base.ServiceResource.*.create_internet_gateway36:boto3.resources.base.ServiceResource54:boto3.resources.base.ServiceResource.*.create_key_pair36:boto3.resources.base.ServiceResource59:boto3.resources.base.ServiceResource.*.create_login_profile36:boto3.resources.base.ServiceResource57:boto3.resources.base.ServiceResource.*.create_network_acl36:boto3.resources.base.ServiceResource63:boto3.resources.base.ServiceResource.*.create_network_interface36:boto3.resources.base.ServiceResource61:boto3.resources.base.ServiceResource.*.create_placement_group36:boto3.resources.base.ServiceResource66:boto3.resources.base.ServiceResource.*.create_platform_application36:boto3.resources.base.ServiceResource63:boto3.resources.base.ServiceResource.*.create_platform_endpoint36:boto3.resources.base.ServiceResource52:boto3.resources.base.ServiceResource.*.create_policy36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_queue36:boto3.resources.base.ServiceResource50:boto3.resources.base.ServiceResource.*.create_role36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_route36:boto3.resources.base.ServiceResource57:boto3.resources.base.ServiceResource.*.create_route_table36:boto3.resources.base.ServiceResource59:boto3.resources.base.ServiceResource.*.create_saml_provider36:boto3.resources.base.ServiceResource60:boto3.resources.base.ServiceResource.*.create_security_group36:boto3.resources.base.ServiceResource64:boto3.resources.base.ServiceResource.*.create_server_certificate36:boto3.resources.base.ServiceResource65:boto3.resources.base.ServiceResource.*.create_signing_certificate36:boto3.resources.base.ServiceResource54:boto3.resources.base.ServiceResource.*.create_snapshot36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_stack36:boto3.resources.base.ServiceResource52:boto3.resources.base.ServiceResource.*.create_subnet36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_table36:boto3.resources.base.ServiceResource50:boto3.resources.base.ServiceResource.*.create_tags36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_topic36:boto3.resources.base.ServiceResource50:boto3.resources.base.ServiceResource.*.create_user36:boto3.resources.base.ServiceResource51:boto3.resources.base.ServiceResource.*.create_vault36:boto3.resources.base.ServiceResource53:boto3.resources.base.ServiceResource.*.create_version36:boto3.resources.base.ServiceResource64:boto3.resources.base.ServiceResource.*.create_virtual_mfa_device36:boto3.resources.base.ServiceResource52:boto3.resources.base.ServiceResource.*.create_volume36:boto3.resources.base.ServiceResource49:boto3.resources.base.ServiceResource.*.create_vpc36:boto3.resources.base.ServiceResource68:boto3.resources.base.ServiceResource.*.create_vpc_peering_connection36:boto3.resources.base.ServiceResource45:boto3.resources.base.ServiceResource.*.delete24:botocore.response.Answer50:boto3.resources.base.ServiceResource.*.delete_item24:botocore.response.Answer54:boto3.resources.base.ServiceResource.*.delete_messages24:botocore.response.Answer53:boto3.resources.base.ServiceResource.*.delete_objects24:botocore.response.Answer57:boto3.resources.base.ServiceResource.*.describe_attribute24:botocore.response.Answer54:boto3.resources.base.ServiceResource.*.describe_status24:botocore.response.Answer49:boto3.resources.base.ServiceResource.*.enable_mfa36:boto3.resources.base.ServiceResource45:boto3.resources.base.ServiceResource.*.filter47:boto3.resources.base.ServiceResource.collection42:boto3.resources.base.ServiceResource.*.get24:botocore.response.Answer47:boto3.resources.base.ServiceResource.*.get_item24:botocore.response.Answer49:boto3.resources.base.ServiceResource.*.get_output24:botocore.response.Answer56:boto3.resources.base.ServiceResource.*.get_queue_by_name36:boto3.resources.base.ServiceResource53:boto3.resources.base.ServiceResource.*.get_statistics24:botocore.response.Answer54:boto3.resources.base.ServiceResource.*.import_key_pair36:boto3.resources.base.ServiceResource65:boto3.resources.base.ServiceResource.*.initiate_archive_retrieval36:boto3.resources.base.ServiceResource67:boto3.resources.base.ServiceResource.*.initiate_inventory_retrieval36:boto3.resources.base.ServiceResource64:boto3.resources.base.ServiceResource.*.initiate_multipart_upload36:boto3.resources.base.ServiceResource44:boto3.resources.base.ServiceResource.*.limit47:boto3.resources.base.ServiceResource.collection57:boto3.resources.base.ServiceResource.*.message_attributes24:botocore.response.Answer50:boto3.resources.base.ServiceResource.*.meta.client26:botocore.client.BaseClient47:boto3.resources.base.ServiceResource.*.metadata24:botocore.response.Answer48:boto3.resources.base.ServiceResource.*.page_size47:boto3.resources.base.ServiceResource.collection46:boto3.resources.base.ServiceResource.*.publish24:botocore.response.Answer42:boto3.resources.base.ServiceResource.*.put24:botocore.response.Answer48:boto3.resources.base.ServiceResource.*.put_alarm36:boto3.resources.base.ServiceResource47:boto3.resources.base.ServiceResource.*.put_item24:botocore.response.Answer49:boto3.resources.base.ServiceResource.*.put_object36:boto3.resources.base.ServiceResource44:boto3.resources.base.ServiceResource.*.query24:botocore.response.Answer55:boto3.resources.base.ServiceResource.*.receive_messages47:boto3.resources.base.ServiceResource.collection53:boto3.resources.base.ServiceResource.*.register_image36:boto3.resources.base.ServiceResource53:boto3.resources.base.ServiceResource.*.replace_subnet36:boto3.resources.base.ServiceResource69:boto3.resources.base.ServiceResource.*.request_vpc_peering_connection36:boto3.resources.base.ServiceResource53:boto3.resources.base.ServiceResource.*.restore_object24:botocore.response.Answer43:boto3.resources.base.ServiceResource.*.scan24:botocore.response.Answer51:boto3.resources.base.ServiceResource.*.send_message24:botocore.response.Answer52:boto3.resources.base.ServiceResource.*.send_messages24:botocore.response.Answer44:boto3.resources.base.ServiceResource.*.start24:botocore.response.Answer43:boto3.resources.base.ServiceResource.*.stop24:botocore.response.Answer48:boto3.resources.base.ServiceResource.*.subscribe36:boto3.resources.base.ServiceResource48:boto3.resources.base.ServiceResource.*.terminate24:botocore.response.Answer50:boto3.resources.base.ServiceResource.*.update_item24:botocore.response.Answer53:boto3.resources.base.ServiceResource.*.upload_archive36:boto3.resources.base.ServiceResource56:boto3.resources.base.ServiceResource.collection.__next__36:boto3.resources.base.ServiceResource28:botocore.client.BaseClient.*24:botocore.response.Answer40:botocore.client.BaseClient.get_paginator42:botocore.client.BaseClient.get_paginator()37:botocore.client.BaseClient.get_waiter39:botocore.client.BaseClient.get_waiter()24:botocore.session.Session24:botocore.session.Session38:botocore.session.Session.create_client26:botocore.client.BaseClient28:botocore.session.get_session24:botocore.session.Session1 
0:9:uncertain124:may read the answer to another process's request, or wait for ever for its own, where two of them use the connection at once-0 -0 0 87:keeps open sockets for the next request, and a fork hands the same sockets to the child77:Make the client in the child, in the worker's function or in its initializer.-32:One connection for each process.5 121:https://boto3.amazonaws.com/v1/documentation/api/latest/guide/clients.html#multithreading-or-multiprocessing-with-clients76:https://boto3.amazonaws.com/v1/documentation/api/latest/guide/resources.html78:https://boto3.amazonaws.com/v1/documentation/api/latest/guide/collections.html44:https://github.com/boto/botocore/issues/124642:https://github.com/kserve/kserve/pull/53933 
3:bad122:The parent's request leaves an open connection in the client, and the four workers send their requests through it at once.304:from multiprocessing import Pool

import boto3

s3 = boto3.client("s3")


def fetch(number):
    return s3.get_object(Bucket="items", Key=str(number))["Body"].read()


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
4:good37:Every call makes a client of its own.314:from multiprocessing import Pool

import boto3

s3 = boto3.client("s3")


def fetch(number):
    s3 = boto3.client("s3")
    return s3.get_object(Bucket="items", Key=str(number))["Body"].read()


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
9:near-miss81:The parent has sent nothing before the fork, so there is no open socket to share.266:from multiprocessing import Pool

import boto3

s3 = boto3.client("s3")


def fetch(number):
    return s3.get_object(Bucket="items", Key=str(number))["Body"].read()


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
16:cassandra-driver20:the Cassandra driver5:FG1046:python1 9:cassandra2 16:cassandra-driver13:scylla-driver6:handle-++-1 
33:cassandra.cluster.Cluster.connect6:method0 ---0 --8 
33:cassandra.cluster.Session.execute6:method0 ---0 --
39:cassandra.cluster.Session.execute_async6:method0 ---0 --
33:cassandra.cluster.Session.prepare6:method0 ---0 --
38:cassandra.cluster.Session.set_keyspace6:method0 ---0 --
39:cassandra.cluster.Session.execute_graph6:method0 ---0 --
45:cassandra.cluster.Session.execute_graph_async6:method0 ---0 --
39:cassandra.concurrent.execute_concurrent8:function2 7:session25:statements_and_parameters--+7:session0 --
49:cassandra.concurrent.execute_concurrent_with_args8:function3 7:session9:statement10:parameters--+7:session0 --0 2 34:cassandra.cluster.Cluster.shutdown34:cassandra.cluster.Session.shutdown0 2 25:cassandra.cluster.Cluster25:cassandra.cluster.Cluster33:cassandra.cluster.Cluster.connect25:cassandra.cluster.Session1 
0:5:error62:waits for answers that nobody reads, until `OperationTimedOut`-0 -0 0 102:reads and writes its connections on threads of an event loop, which a fork leaves behind in the parent135:Make the `Cluster` and call `connect` in the child, in the worker's function or in its initializer; or call `shutdown` before the fork.-65:Each process connects for itself and prepares its own statements.4 77:https://github.com/datastax/python-driver/blob/master/cassandra/concurrent.py74:https://docs.datastax.com/en/developer/python-driver/latest/faq/index.html55:https://python-driver.docs.scylladb.com/stable/faq.html58:https://github.com/r4fek/django-cassandra-engine/issues/313 
3:bad77:The event loop that would send the child's statement runs in the parent only.340:from multiprocessing import Process

from cassandra.cluster import Cluster

session = Cluster(["localhost"]).connect("shop")


def work(number):
    session.execute("INSERT INTO jobs (id) VALUES (%s)", (number,))


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good30:The child connects for itself.377:from multiprocessing import Process

from cassandra.cluster import Cluster

session = Cluster(["localhost"]).connect("shop")


def work(number):
    session = Cluster(["localhost"]).connect("shop")
    session.execute("INSERT INTO jobs (id) VALUES (%s)", (number,))


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss49:Each process connects and shuts its cluster down.362:from multiprocessing import Process

from cassandra.cluster import Cluster


def work(number):
    cluster = Cluster(["localhost"])
    cluster.connect("shop").execute("INSERT INTO jobs (id) VALUES (%s)", (number,))
    cluster.shutdown()


if __name__ == "__main__":
    work(0)
    worker = Process(target=work, args=(1,))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
4:chdb4:chDB5:FG1026:python1 4:chdb1 4:chdb7:process+++-0 7 
10:chdb.query8:function0 ---0 --
8:chdb.sql8:function0 ---0 --
12:chdb.connect8:function0 ---0 --
26:chdb.session.Session.query6:method0 ---0 --
24:chdb.session.Session.sql6:method0 ---0 --
21:chdb.Connection.query6:method0 ---0 --
19:chdb.Cursor.execute6:method0 ---0 --0 0 0 3 22:chdb.Connection.cursor11:chdb.Cursor12:chdb.connect15:chdb.Connection20:chdb.session.Session20:chdb.session.Session1 
0:4:hang20:hangs without a word-0 -0 0 103:starts the threads of a whole ClickHouse server when it is imported, and they stay behind in the parent93:Import it only in the children, or start the workers with the `spawn` or `forkserver` method.-52:Each child loads the engine, some hundred megabytes.1 42:https://github.com/chdb-io/chdb/issues/3553 
3:bad78:The parent has imported the engine, and every forked worker asks it something.269:from multiprocessing import Pool

import chdb


def count(table):
    return str(chdb.query(f"select count(*) from file('{table}.parquet')"))


if __name__ == "__main__":
    with Pool(2) as pool:  # error: FG102
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12
4:good27:Only the workers import it.257:from multiprocessing import Pool


def count(table):
    import chdb

    return str(chdb.query(f"select count(*) from file('{table}.parquet')"))


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12
9:near-miss24:The workers are spawned.281:from multiprocessing import get_context

import chdb


def count(table):
    return str(chdb.query(f"select count(*) from file('{table}.parquet')"))


if __name__ == "__main__":
    with get_context("spawn").Pool(2) as pool:
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
15:confluent-kafka15:confluent-kafka5:FG1046:python1 15:confluent_kafka1 15:confluent-kafka6:handle-++-5 
24:confluent_kafka.Producer11:constructor0 ---0 --
24:confluent_kafka.Consumer11:constructor0 ---0 --
35:confluent_kafka.SerializingProducer11:constructor0 ---0 --
37:confluent_kafka.DeserializingConsumer11:constructor0 ---0 --
33:confluent_kafka.admin.AdminClient11:constructor0 ---0 --43 
32:confluent_kafka.Producer.produce6:method0 ---0 --
29:confluent_kafka.Producer.poll6:method0 ---0 --
30:confluent_kafka.Producer.flush6:method0 ---0 --
30:confluent_kafka.Producer.purge6:method0 ---0 --
42:confluent_kafka.Producer.init_transactions6:method0 ---0 --
42:confluent_kafka.Producer.begin_transaction6:method0 ---0 --
43:confluent_kafka.Producer.commit_transaction6:method0 ---0 --
42:confluent_kafka.Producer.abort_transaction6:method0 ---0 --
36:confluent_kafka.Producer.list_topics6:method0 ---0 --
43:confluent_kafka.SerializingProducer.produce6:method0 ---0 --
40:confluent_kafka.SerializingProducer.poll6:method0 ---0 --
41:confluent_kafka.SerializingProducer.flush6:method0 ---0 --
41:confluent_kafka.SerializingProducer.purge6:method0 ---0 --
53:confluent_kafka.SerializingProducer.init_transactions6:method0 ---0 --
53:confluent_kafka.SerializingProducer.begin_transaction6:method0 ---0 --
54:confluent_kafka.SerializingProducer.commit_transaction6:method0 ---0 --
53:confluent_kafka.SerializingProducer.abort_transaction6:method0 ---0 --
47:confluent_kafka.SerializingProducer.list_topics6:method0 ---0 --
29:confluent_kafka.Consumer.poll6:method0 ---0 --
32:confluent_kafka.Consumer.consume6:method0 ---0 --
34:confluent_kafka.Consumer.subscribe6:method0 ---0 --
31:confluent_kafka.Consumer.assign6:method0 ---0 --
31:confluent_kafka.Consumer.commit6:method0 ---0 --
29:confluent_kafka.Consumer.seek6:method0 ---0 --
30:confluent_kafka.Consumer.pause6:method0 ---0 --
31:confluent_kafka.Consumer.resume6:method0 ---0 --
33:confluent_kafka.Consumer.position6:method0 ---0 --
34:confluent_kafka.Consumer.committed6:method0 ---0 --
36:confluent_kafka.Consumer.list_topics6:method0 ---0 --
38:confluent_kafka.Consumer.store_offsets6:method0 ---0 --
42:confluent_kafka.DeserializingConsumer.poll6:method0 ---0 --
47:confluent_kafka.DeserializingConsumer.subscribe6:method0 ---0 --
44:confluent_kafka.DeserializingConsumer.assign6:method0 ---0 --
44:confluent_kafka.DeserializingConsumer.commit6:method0 ---0 --
42:confluent_kafka.DeserializingConsumer.seek6:method0 ---0 --
47:confluent_kafka.admin.AdminClient.create_topics6:method0 ---0 --
47:confluent_kafka.admin.AdminClient.delete_topics6:method0 ---0 --
51:confluent_kafka.admin.AdminClient.create_partitions6:method0 ---0 --
50:confluent_kafka.admin.AdminClient.describe_configs6:method0 ---0 --
47:confluent_kafka.admin.AdminClient.alter_configs6:method0 ---0 --
45:confluent_kafka.admin.AdminClient.list_topics6:method0 ---0 --
45:confluent_kafka.admin.AdminClient.list_groups6:method0 ---0 --
38:confluent_kafka.admin.AdminClient.poll6:method0 ---0 --0 2 30:confluent_kafka.Consumer.close43:confluent_kafka.DeserializingConsumer.close6 33:confluent_kafka.avro.AvroConsumer24:confluent_kafka.Consumer33:confluent_kafka.avro.AvroProducer24:confluent_kafka.Producer30:confluent_kafka.cimpl.Consumer24:confluent_kafka.Consumer30:confluent_kafka.cimpl.Producer24:confluent_kafka.Producer60:confluent_kafka.deserializing_consumer.DeserializingConsumer37:confluent_kafka.DeserializingConsumer56:confluent_kafka.serializing_producer.SerializingProducer35:confluent_kafka.SerializingProducer0 1 
0:10:corruption111:sends and receives nothing: messages stay in the queue without an error, and `flush` gives up or waits for ever-0 -2 8:rdk:main12:rdk:broker-10 119:talks to the brokers on librdkafka's threads, which its constructors start and which a fork leaves behind in the parent91:Make the producer or consumer in the child, in the worker's function or in its initializer.-70:One client, with its own connections to the brokers, for each process.3 54:https://github.com/confluentinc/librdkafka/issues/237465:https://github.com/confluentinc/confluent-kafka-python/issues/17254:https://github.com/confluentinc/librdkafka/issues/48693 
3:bad107:The producer's threads run in the parent only: the child's message is queued, and `flush` reports no error.399:from multiprocessing import Process

from confluent_kafka import Producer

producer = Producer({"bootstrap.servers": "localhost:9092"})


def publish(text):
    producer.produce("events", value=text)
    producer.flush(10)


if __name__ == "__main__":
    publish("from the parent")
    worker = Process(target=publish, args=("from the child",))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good41:Each process makes a producer of its own.386:from multiprocessing import Process

from confluent_kafka import Producer


def publish(text):
    producer = Producer({"bootstrap.servers": "localhost:9092"})
    producer.produce("events", value=text)
    producer.flush(10)


if __name__ == "__main__":
    publish("from the parent")
    worker = Process(target=publish, args=("from the child",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss112:The parent keeps its producer to itself: the pool's workers only compute, and the parent sends what they return.398:from multiprocessing import Pool

from confluent_kafka import Producer


def square(number):
    return number * number


def main():
    producer = Producer({"bootstrap.servers": "localhost:9092"})
    with Pool(4) as pool:
        for result in pool.imap(square, range(100)):
            producer.produce("squares", value=str(result))
    producer.flush()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
10:connectorx10:ConnectorX5:FG1026:python1 10:connectorx1 10:connectorx7:process-++-1 
19:connectorx.read_sql8:function0 ---0 --1 
19:connectorx.read_sql8:function0 +13:partition_num0 --0 --0 0 0 0 1 
0:4:hang20:hangs without a word-0 -1 13:r2d2-worker-00 151:reads on Rayon's pool, whose threads belong to the whole process and stay behind in the parent; a child's query without partitions gets by without them142:Start the workers with the `spawn` or `forkserver` method, or leave the parallelism to ConnectorX: one process reads all partitions at a time.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 69:https://github.com/sfu-db/connector-x/tree/main/connectorx-python/src44:https://github.com/rayon-rs/rayon/issues/7083 
3:bad108:The parent's query starts the pool, and the child's partitioned one waits for threads that it does not have.421:from multiprocessing import Process

import connectorx as cx

DATABASE = "sqlite:///data/shop.db"


def load(table):
    rows = cx.read_sql(DATABASE, f"SELECT * FROM {table}", partition_on="id", partition_num=4)
    print(table, len(rows))


def main():
    load("orders")
    worker = Process(target=load, args=("customers",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good44:The spawned worker starts a pool of its own.430:from multiprocessing import get_context

import connectorx as cx

DATABASE = "sqlite:///data/shop.db"


def load(table):
    rows = cx.read_sql(DATABASE, f"SELECT * FROM {table}", partition_on="id", partition_num=4)
    print(table, len(rows))


def main():
    load("orders")
    worker = get_context("spawn").Process(target=load, args=("customers",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss46:A query without partitions works in the child.369:from multiprocessing import Process

import connectorx as cx

DATABASE = "sqlite:///data/shop.db"


def load(table):
    rows = cx.read_sql(DATABASE, f"SELECT * FROM {table}")
    print(table, len(rows))


def main():
    load("orders")
    worker = Process(target=load, args=("customers",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
9:cqlengine9:cqlengine5:FG1046:python1 19:cassandra.cqlengine2 16:cassandra-driver13:scylla-driver7:process-++-3 
36:cassandra.cqlengine.connection.setup8:function0 +12:lazy_connect4 1 +--0 --
50:cassandra.cqlengine.connection.register_connection8:function0 +12:lazy_connect4 1 +--0 --
42:cassandra.cqlengine.connection.set_session8:function0 ---0 --40 
38:cassandra.cqlengine.connection.execute8:function0 ---0 --
41:cassandra.cqlengine.management.sync_table8:function0 ---0 --
53:cassandra.cqlengine.management.create_keyspace_simple8:function0 ---0 --
39:cassandra.cqlengine.models.Model.create6:method0 ---0 --
36:cassandra.cqlengine.models.Model.get6:method0 ---0 --
37:cassandra.cqlengine.models.Model.save6:method0 ---0 --
39:cassandra.cqlengine.models.Model.update6:method0 ---0 --
39:cassandra.cqlengine.models.Model.delete6:method0 ---0 --
44:cassandra.cqlengine.models.Model.objects.get6:method0 ---0 --
46:cassandra.cqlengine.models.Model.objects.first6:method0 ---0 --
44:cassandra.cqlengine.models.Model.objects.all6:method0 ---0 --
46:cassandra.cqlengine.models.Model.objects.count6:method0 ---0 --
47:cassandra.cqlengine.models.Model.objects.create6:method0 ---0 --
47:cassandra.cqlengine.models.Model.objects.update6:method0 ---0 --
47:cassandra.cqlengine.models.Model.objects.delete6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects.__iter__6:method0 ---0 --
46:cassandra.cqlengine.models.Model.objects.*.get6:method0 ---0 --
48:cassandra.cqlengine.models.Model.objects.*.first6:method0 ---0 --
46:cassandra.cqlengine.models.Model.objects.*.all6:method0 ---0 --
48:cassandra.cqlengine.models.Model.objects.*.count6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects.*.create6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects.*.update6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects.*.delete6:method0 ---0 --
51:cassandra.cqlengine.models.Model.objects.*.__iter__6:method0 ---0 --
46:cassandra.cqlengine.models.Model.objects().get6:method0 ---0 --
48:cassandra.cqlengine.models.Model.objects().first6:method0 ---0 --
46:cassandra.cqlengine.models.Model.objects().all6:method0 ---0 --
48:cassandra.cqlengine.models.Model.objects().count6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects().create6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects().update6:method0 ---0 --
49:cassandra.cqlengine.models.Model.objects().delete6:method0 ---0 --
51:cassandra.cqlengine.models.Model.objects().__iter__6:method0 ---0 --
48:cassandra.cqlengine.models.Model.objects().*.get6:method0 ---0 --
50:cassandra.cqlengine.models.Model.objects().*.first6:method0 ---0 --
48:cassandra.cqlengine.models.Model.objects().*.all6:method0 ---0 --
50:cassandra.cqlengine.models.Model.objects().*.count6:method0 ---0 --
51:cassandra.cqlengine.models.Model.objects().*.create6:method0 ---0 --
51:cassandra.cqlengine.models.Model.objects().*.update6:method0 ---0 --
51:cassandra.cqlengine.models.Model.objects().*.delete6:method0 ---0 --
53:cassandra.cqlengine.models.Model.objects().*.__iter__6:method0 ---0 --0 6 36:cassandra.cqlengine.connection.setup50:cassandra.cqlengine.connection.register_connection42:cassandra.cqlengine.connection.set_session52:cassandra.cqlengine.connection.unregister_connection47:cassandra.cqlengine.connection.cluster.shutdown47:cassandra.cqlengine.connection.session.shutdown0 0 1 
0:5:error62:waits for answers that nobody reads, until `OperationTimedOut`-0 -0 0 152:asks through the sessions that it keeps for the whole process, whose connections threads of an event loop read, which a fork leaves behind in the parent130:Call `connection.setup` in the child, in the worker's function or in its initializer: it takes the place of the inherited session.-33:Each process connects for itself.3 79:https://docs.datastax.com/en/developer/python-driver/3.14/cqlengine/third_party73:https://python-driver.docs.scylladb.com/stable/cqlengine/third-party.html58:https://github.com/r4fek/django-cassandra-engine/issues/313 
3:bad86:The child's query goes to the parent's session, whose threads are in the parent alone.478:from multiprocessing import Process

from cassandra.cqlengine import columns, connection
from cassandra.cqlengine.models import Model


class Event(Model):
    day = columns.Date(primary_key=True)


def count(day):
    print(Event.objects.filter(day=day).count())


if __name__ == "__main__":
    connection.setup(["db.example.org"], "events")
    count("2026-11-29")
    worker = Process(target=count, args=("2026-11-30",))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good34:The child connects before it asks.513:from multiprocessing import Process

from cassandra.cqlengine import columns, connection
from cassandra.cqlengine.models import Model


class Event(Model):
    day = columns.Date(primary_key=True)


def count(day):
    connection.setup(["db.example.org"], "events")
    print(Event.objects.filter(day=day).count())


if __name__ == "__main__":
    connection.setup(["db.example.org"], "events")
    count("2026-11-29")
    worker = Process(target=count, args=("2026-11-30",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss70:The parent leaves connecting to the first query, which is the child's.457:from multiprocessing import Process

from cassandra.cqlengine import columns, connection
from cassandra.cqlengine.models import Model


class Event(Model):
    day = columns.Date(primary_key=True)


def count(day):
    print(Event.objects.filter(day=day).count())


if __name__ == "__main__":
    connection.setup(["db.example.org"], "events", lazy_connect=True)
    worker = Process(target=count, args=("2026-11-30",))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
4:cupy4:CuPy5:FG1036:python1 4:cupy4 4:cupy12:cupy-cuda11x12:cupy-cuda12x12:cupy-cuda13x7:process-++-15 
10:cupy.array8:function0 ---0 --
12:cupy.asarray8:function0 ---0 --
10:cupy.zeros8:function0 ---0 --
9:cupy.ones8:function0 ---0 --
10:cupy.empty8:function0 ---0 --
9:cupy.full8:function0 ---0 --
11:cupy.arange8:function0 ---0 --
13:cupy.linspace8:function0 ---0 --
8:cupy.eye8:function0 ---0 --
16:cupy.random.rand8:function0 ---0 --
17:cupy.random.randn8:function0 ---0 --
18:cupy.random.random8:function0 ---0 --
19:cupy.random.randint8:function0 ---0 --
18:cupy.random.normal8:function0 ---0 --
19:cupy.random.uniform8:function0 ---0 --0 0 0 0 0 1 
0:5:error78:dies of `CUDARuntimeError: cudaErrorInitializationError: initialization error`-0 -0 1 50:cudaErrorInitializationError: initialization error63:has called the CUDA driver, whose state does not survive a fork95:Start the workers with the `spawn` or `forkserver` method, or use the GPU only in the children.-115:A spawned worker imports its modules again and has a CUDA context of its own, some hundred megabytes of GPU memory.3 46:https://github.com/chainer/chainer/issues/108747:https://github.com/mars-project/mars/issues/47944:https://github.com/inducer/pycuda/issues/1373 
3:bad59:The parent has set up the GPU, and the forked child cannot.279:from multiprocessing import Process

import cupy as cp


def work():
    values = cp.ones(1000)
    print(float(values.sum()))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG103
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good46:The spawned worker sets up the GPU for itself.288:from multiprocessing import get_context

import cupy as cp


def work():
    values = cp.ones(1000)
    print(float(values.sum()))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss28:Only the child uses the GPU.252:from multiprocessing import Process

import cupy as cp


def work():
    values = cp.ones(1000)
    print(float(values.sum()))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 2 21:CUDA_VISIBLE_DEVICES=23:CUDA_VISIBLE_DEVICES=-10 0 0 0 -0 0 0 0 0 0 -0 ---0 
4:daft4:Daft5:FG1026:python1 4:daft2 4:daft7:getdaft7:process-+--13 
17:daft.read_parquet8:function0 ---0 --
13:daft.read_csv8:function0 ---0 --
14:daft.read_json8:function0 ---0 --
22:daft.DataFrame.collect6:method0 ---0 --
19:daft.DataFrame.show6:method0 ---0 --
24:daft.DataFrame.to_pandas6:method0 ---0 --
23:daft.DataFrame.to_arrow6:method0 ---0 --
24:daft.DataFrame.to_pydict6:method0 ---0 --
24:daft.DataFrame.to_pylist6:method0 ---0 --
25:daft.DataFrame.count_rows6:method0 ---0 --
28:daft.DataFrame.write_parquet6:method0 ---0 --
24:daft.DataFrame.write_csv6:method0 ---0 --
25:daft.DataFrame.write_json6:method0 ---0 --0 4 16:daft.from_pydict16:daft.from_pylist16:daft.from_pandas15:daft.from_arrow0 6 24:daft.dataframe.DataFrame14:daft.DataFrame31:daft.dataframe.GroupedDataFrame21:daft.GroupedDataFrame34:daft.dataframe.dataframe.DataFrame14:daft.DataFrame16:daft.io.read_csv13:daft.read_csv17:daft.io.read_json14:daft.read_json20:daft.io.read_parquet17:daft.read_parquet50 18:daft.DataFrame.agg14:daft.DataFrame22:daft.DataFrame.collect14:daft.DataFrame21:daft.DataFrame.concat14:daft.DataFrame23:daft.DataFrame.describe14:daft.DataFrame23:daft.DataFrame.distinct14:daft.DataFrame30:daft.DataFrame.drop_duplicates14:daft.DataFrame23:daft.DataFrame.drop_nan14:daft.DataFrame24:daft.DataFrame.drop_null14:daft.DataFrame22:daft.DataFrame.exclude14:daft.DataFrame22:daft.DataFrame.explode14:daft.DataFrame21:daft.DataFrame.filter14:daft.DataFrame22:daft.DataFrame.groupby21:daft.GroupedDataFrame24:daft.DataFrame.intersect14:daft.DataFrame30:daft.DataFrame.into_partitions14:daft.DataFrame19:daft.DataFrame.join14:daft.DataFrame20:daft.DataFrame.limit14:daft.DataFrame21:daft.DataFrame.offset14:daft.DataFrame20:daft.DataFrame.pivot14:daft.DataFrame26:daft.DataFrame.repartition14:daft.DataFrame21:daft.DataFrame.sample14:daft.DataFrame21:daft.DataFrame.select14:daft.DataFrame19:daft.DataFrame.sort14:daft.DataFrame24:daft.DataFrame.transform14:daft.DataFrame20:daft.DataFrame.union14:daft.DataFrame24:daft.DataFrame.union_all14:daft.DataFrame21:daft.DataFrame.unique14:daft.DataFrame22:daft.DataFrame.unpivot14:daft.DataFrame20:daft.DataFrame.where14:daft.DataFrame26:daft.DataFrame.with_column14:daft.DataFrame34:daft.DataFrame.with_column_renamed14:daft.DataFrame27:daft.DataFrame.with_columns14:daft.DataFrame25:daft.GroupedDataFrame.agg14:daft.DataFrame27:daft.GroupedDataFrame.count14:daft.DataFrame25:daft.GroupedDataFrame.max14:daft.DataFrame26:daft.GroupedDataFrame.mean14:daft.DataFrame25:daft.GroupedDataFrame.min14:daft.DataFrame25:daft.GroupedDataFrame.sum14:daft.DataFrame15:daft.from_arrow14:daft.DataFrame19:daft.from_glob_path14:daft.DataFrame16:daft.from_pandas14:daft.DataFrame16:daft.from_pydict14:daft.DataFrame16:daft.from_pylist14:daft.DataFrame13:daft.read_csv14:daft.DataFrame19:daft.read_deltalake14:daft.DataFrame17:daft.read_iceberg14:daft.DataFrame14:daft.read_json14:daft.DataFrame15:daft.read_lance14:daft.DataFrame17:daft.read_parquet14:daft.DataFrame13:daft.read_sql14:daft.DataFrame8:daft.sql14:daft.DataFrame1 
0:4:hang20:hangs without a word-0 -4 8:DAFTIO-09:DAFTCPU-011:IO-Thread-015:Compute-Thread-0 138:keeps three Tokio runtimes for the whole process, for files, for computing and for its runner, and their threads stay behind in the parent160:Start the workers with the `spawn` or `forkserver` method, use Daft only in the children, or leave the parallelism to Daft: one process already uses every core.-76:A spawned worker imports Daft again, and what it is given must be picklable.2 76:https://github.com/Eventual-Inc/Daft/blob/main/src/common/runtime/src/lib.rs45:https://github.com/tokio-rs/tokio/issues/43013 
3:bad123:`read_parquet` looks at the file's schema and starts the runtime; the child's look waits for threads that it does not have.383:from multiprocessing import Process

import daft

PATH = "/data/sales.parquet"


def report(region):
    sales = daft.read_parquet(PATH)
    print(sales.where(daft.col("region") == region).count_rows())


def main():
    report("north")
    worker = Process(target=report, args=("south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good46:The spawned worker starts runtimes of its own.392:from multiprocessing import get_context

import daft

PATH = "/data/sales.parquet"


def report(region):
    sales = daft.read_parquet(PATH)
    print(sales.where(daft.col("region") == region).count_rows())


def main():
    report("north")
    worker = get_context("spawn").Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss75:A frame made of values in memory starts nothing until it is asked for rows.420:from multiprocessing import Process

import daft

PATH = "/data/sales.parquet"


def report(region):
    sales = daft.read_parquet(PATH)
    print(sales.where(daft.col("region") == region).count_rows())


def main():
    print(daft.from_pydict({"region": ["north", "south"]}).column_names)
    worker = Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
10:daft-delta22:Daft's Delta functions5:FG1016:python1 4:daft1 9:deltalake7:process-+--2 
19:daft.read_deltalake8:function0 ---0 --
22:daft.*.write_deltalake6:method0 ---0 --0 0 0 3 24:daft.dataframe.DataFrame14:daft.DataFrame33:daft.io.delta_lake.read_deltalake19:daft.read_deltalake22:daft.io.read_deltalake19:daft.read_deltalake0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-0 -
16:>=0.17.0,<0.19.04:hang20:hangs without a word-0 -
16:>=0.19.0,<0.21.05:error114:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids-0 +5:panic
8:>=0.21.05:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic2 15:tokio-rt-worker15:tokio-runtime-w0 126:opens Delta tables with deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent129:Start the workers with the `spawn` or `forkserver` method, read the table only in the children, or leave the parallelism to Daft.-76:A spawned worker imports Daft again, and what it is given must be picklable.2 65:https://github.com/Eventual-Inc/Daft/tree/main/daft/io/delta_lake48:https://github.com/delta-io/delta-rs/issues/27443 
3:bad83:`read_deltalake` opens the table in the parent already, although the frame is lazy.363:from multiprocessing import Process

import daft


def export(uri):
    daft.read_deltalake(uri).write_parquet("/data/export")


def main(uri):
    frame = daft.read_deltalake(uri)
    print(frame.schema())
    worker = Process(target=export, args=(uri,))
    worker.start()  # error: FG101
    worker.join()


if __name__ == "__main__":
    main("/data/events")
1 9:deltalake6:0.18.2+4:3.12
4:good44:The spawned worker has a runtime of its own.372:from multiprocessing import get_context

import daft


def export(uri):
    daft.read_deltalake(uri).write_parquet("/data/export")


def main(uri):
    frame = daft.read_deltalake(uri)
    print(frame.schema())
    worker = get_context("spawn").Process(target=export, args=(uri,))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main("/data/events")
1 9:deltalake6:0.18.2+4:3.12
9:near-miss32:Only the worker opens the table.284:from multiprocessing import Process

import daft


def export(uri):
    daft.read_deltalake(uri).write_parquet("/data/export")


def main(uri):
    worker = Process(target=export, args=(uri,))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main("/data/events")
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
15:dask-deltatable15:dask-deltatable5:FG1016:python1 15:dask_deltatable1 9:deltalake7:process-+--3 
30:dask_deltatable.read_deltalake8:function0 ---0 --
34:dask_deltatable.read_unity_catalog8:function0 ---0 --
28:dask_deltatable.to_deltalake8:function0 ---0 --0 0 0 3 35:dask_deltatable.core.read_deltalake30:dask_deltatable.read_deltalake39:dask_deltatable.core.read_unity_catalog34:dask_deltatable.read_unity_catalog34:dask_deltatable.write.to_deltalake28:dask_deltatable.to_deltalake0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-0 -
16:>=0.17.0,<0.19.04:hang20:hangs without a word-0 -
16:>=0.19.0,<0.21.05:error114:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids-0 +5:panic
8:>=0.21.05:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic2 15:tokio-rt-worker15:tokio-runtime-w0 126:opens Delta tables with deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent165:Use Dask's threads or a distributed cluster, whose workers are spawned; with the `processes` scheduler and with processes of your own choose `spawn` or `forkserver`.-74:Threads share one interpreter; a spawned worker imports its modules again.2 47:https://github.com/dask-contrib/dask-deltatable48:https://github.com/delta-io/delta-rs/issues/27443 
3:bad80:The first `read_deltalake` opens a table in the parent; the workers do it again.347:from multiprocessing import Pool

import dask_deltatable


def rows(path):
    return len(dask_deltatable.read_deltalake(path))


def main(paths):
    print(dask_deltatable.read_deltalake(paths[0]).columns)
    with Pool() as pool:  # error: FG101
        print(pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
1 9:deltalake6:0.18.2+4:3.12
4:good48:The spawned workers build runtimes of their own.359:from multiprocessing import get_context

import dask_deltatable


def rows(path):
    return len(dask_deltatable.read_deltalake(path))


def main(paths):
    print(dask_deltatable.read_deltalake(paths[0]).columns)
    with get_context("spawn").Pool() as pool:
        print(pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
1 9:deltalake6:0.18.2+4:3.12
9:near-miss51:The parent reads a Parquet file, not a Delta table.363:from multiprocessing import Pool

import dask.dataframe
import dask_deltatable


def rows(path):
    return len(dask_deltatable.read_deltalake(path))


def main(paths):
    print(dask.dataframe.read_parquet("/data/paths.parquet").columns)
    with Pool() as pool:
        print(pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
10:datafusion10:DataFusion5:FG1026:python1 10:datafusion1 10:datafusion7:process-+--30 
29:datafusion.SessionContext.sql6:method0 ---0 --
42:datafusion.SessionContext.sql_with_options6:method0 ---0 --
42:datafusion.SessionContext.register_parquet6:method0 ---0 --
38:datafusion.SessionContext.register_csv6:method0 ---0 --
39:datafusion.SessionContext.register_json6:method0 ---0 --
38:datafusion.SessionContext.read_parquet6:method0 ---0 --
34:datafusion.SessionContext.read_csv6:method0 ---0 --
35:datafusion.SessionContext.read_json6:method0 ---0 --
37:datafusion.SessionContext.from_pydict6:method0 ---0 --
37:datafusion.SessionContext.from_pylist6:method0 ---0 --
36:datafusion.SessionContext.from_arrow6:method0 ---0 --
37:datafusion.SessionContext.from_pandas6:method0 ---0 --
28:datafusion.DataFrame.collect6:method0 ---0 --
40:datafusion.DataFrame.collect_partitioned6:method0 ---0 --
25:datafusion.DataFrame.show6:method0 ---0 --
26:datafusion.DataFrame.count6:method0 ---0 --
30:datafusion.DataFrame.to_pandas6:method0 ---0 --
30:datafusion.DataFrame.to_polars6:method0 ---0 --
35:datafusion.DataFrame.to_arrow_table6:method0 ---0 --
30:datafusion.DataFrame.to_pylist6:method0 ---0 --
30:datafusion.DataFrame.to_pydict6:method0 ---0 --
26:datafusion.DataFrame.cache6:method0 ---0 --
29:datafusion.DataFrame.describe6:method0 ---0 --
35:datafusion.DataFrame.execute_stream6:method0 ---0 --
47:datafusion.DataFrame.execute_stream_partitioned6:method0 ---0 --
35:datafusion.DataFrame.execution_plan6:method0 ---0 --
28:datafusion.DataFrame.explain6:method0 ---0 --
34:datafusion.DataFrame.write_parquet6:method0 ---0 --
30:datafusion.DataFrame.write_csv6:method0 ---0 --
31:datafusion.DataFrame.write_json6:method0 ---0 --24 
42:datafusion.SessionContext.register_parquet6:method0 ---0 --
38:datafusion.SessionContext.register_csv6:method0 ---0 --
39:datafusion.SessionContext.register_json6:method0 ---0 --
38:datafusion.SessionContext.read_parquet6:method0 ---0 --
34:datafusion.SessionContext.read_csv6:method0 ---0 --
35:datafusion.SessionContext.read_json6:method0 ---0 --
28:datafusion.DataFrame.collect6:method0 ---0 --
40:datafusion.DataFrame.collect_partitioned6:method0 ---0 --
25:datafusion.DataFrame.show6:method0 ---0 --
26:datafusion.DataFrame.count6:method0 ---0 --
30:datafusion.DataFrame.to_pandas6:method0 ---0 --
30:datafusion.DataFrame.to_polars6:method0 ---0 --
35:datafusion.DataFrame.to_arrow_table6:method0 ---0 --
30:datafusion.DataFrame.to_pylist6:method0 ---0 --
30:datafusion.DataFrame.to_pydict6:method0 ---0 --
26:datafusion.DataFrame.cache6:method0 ---0 --
29:datafusion.DataFrame.describe6:method0 ---0 --
35:datafusion.DataFrame.execute_stream6:method0 ---0 --
47:datafusion.DataFrame.execute_stream_partitioned6:method0 ---0 --
35:datafusion.DataFrame.execution_plan6:method0 ---0 --
28:datafusion.DataFrame.explain6:method0 ---0 --
34:datafusion.DataFrame.write_parquet6:method0 ---0 --
30:datafusion.DataFrame.write_csv6:method0 ---0 --
31:datafusion.DataFrame.write_json6:method0 ---0 --3 25:datafusion.SessionContext49:datafusion.SessionContext.register_record_batches31:datafusion.SessionContext.table0 2 33:datafusion.context.SessionContext25:datafusion.SessionContext30:datafusion.dataframe.DataFrame20:datafusion.DataFrame43 30:datafusion.DataFrame.aggregate20:datafusion.DataFrame26:datafusion.DataFrame.alias20:datafusion.DataFrame26:datafusion.DataFrame.cache20:datafusion.DataFrame25:datafusion.DataFrame.cast20:datafusion.DataFrame29:datafusion.DataFrame.describe20:datafusion.DataFrame29:datafusion.DataFrame.distinct20:datafusion.DataFrame25:datafusion.DataFrame.drop20:datafusion.DataFrame31:datafusion.DataFrame.except_all20:datafusion.DataFrame30:datafusion.DataFrame.fill_null20:datafusion.DataFrame27:datafusion.DataFrame.filter20:datafusion.DataFrame25:datafusion.DataFrame.head20:datafusion.DataFrame30:datafusion.DataFrame.intersect20:datafusion.DataFrame25:datafusion.DataFrame.join20:datafusion.DataFrame28:datafusion.DataFrame.join_on20:datafusion.DataFrame26:datafusion.DataFrame.limit20:datafusion.DataFrame32:datafusion.DataFrame.repartition20:datafusion.DataFrame27:datafusion.DataFrame.select20:datafusion.DataFrame33:datafusion.DataFrame.select_exprs20:datafusion.DataFrame25:datafusion.DataFrame.sort20:datafusion.DataFrame25:datafusion.DataFrame.tail20:datafusion.DataFrame30:datafusion.DataFrame.transform20:datafusion.DataFrame26:datafusion.DataFrame.union20:datafusion.DataFrame35:datafusion.DataFrame.unnest_columns20:datafusion.DataFrame32:datafusion.DataFrame.with_column20:datafusion.DataFrame40:datafusion.DataFrame.with_column_renamed20:datafusion.DataFrame33:datafusion.DataFrame.with_columns20:datafusion.DataFrame25:datafusion.SessionContext25:datafusion.SessionContext42:datafusion.SessionContext.create_dataframe20:datafusion.DataFrame42:datafusion.SessionContext.enable_url_table25:datafusion.SessionContext36:datafusion.SessionContext.from_arrow20:datafusion.DataFrame37:datafusion.SessionContext.from_pandas20:datafusion.DataFrame37:datafusion.SessionContext.from_polars20:datafusion.DataFrame37:datafusion.SessionContext.from_pydict20:datafusion.DataFrame37:datafusion.SessionContext.from_pylist20:datafusion.DataFrame36:datafusion.SessionContext.read_batch20:datafusion.DataFrame38:datafusion.SessionContext.read_batches20:datafusion.DataFrame34:datafusion.SessionContext.read_csv20:datafusion.DataFrame35:datafusion.SessionContext.read_json20:datafusion.DataFrame38:datafusion.SessionContext.read_parquet20:datafusion.DataFrame36:datafusion.SessionContext.read_table20:datafusion.DataFrame29:datafusion.SessionContext.sql20:datafusion.DataFrame42:datafusion.SessionContext.sql_with_options20:datafusion.DataFrame31:datafusion.SessionContext.table20:datafusion.DataFrame1 
0:4:hang20:hangs without a word-0 -2 15:tokio-rt-worker15:tokio-runtime-w0 124:runs every query and every look at a file on one Tokio runtime of the whole process, whose threads stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 76:https://github.com/apache/datafusion-python/blob/main/crates/util/src/lib.rs45:https://github.com/tokio-rs/tokio/issues/43013 
3:bad93:The parent's query starts the runtime, and the child waits for threads that it does not have.465:from multiprocessing import Process

from datafusion import SessionContext

PATH = "/data/sales.parquet"


def report(region):
    context = SessionContext()
    context.register_parquet("sales", PATH)
    context.sql(f"select sum(amount) from sales where region = '{region}'").show()


def main():
    report("north")
    worker = Process(target=report, args=("south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good47:The spawned worker starts a runtime of its own.474:from multiprocessing import get_context

from datafusion import SessionContext

PATH = "/data/sales.parquet"


def report(region):
    context = SessionContext()
    context.register_parquet("sales", PATH)
    context.sql(f"select sum(amount) from sales where region = '{region}'").show()


def main():
    report("north")
    worker = get_context("spawn").Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss59:A context alone starts nothing: the runtime is the child's.470:from multiprocessing import Process

from datafusion import SessionContext

PATH = "/data/sales.parquet"


def report(region):
    context = SessionContext()
    context.register_parquet("sales", PATH)
    context.sql(f"select sum(amount) from sales where region = '{region}'").show()


def main():
    print(SessionContext().session_id())
    worker = Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
9:deltalake20:deltalake (delta-rs)5:FG1016:python1 9:deltalake1 9:deltalake7:process-+--58 
20:deltalake.DeltaTable11:constructor0 ---0 --
25:deltalake.write_deltalake8:function0 ---0 --
30:deltalake.convert_to_deltalake8:function0 ---0 --
34:deltalake.DeltaTable.is_deltatable6:method0 ---0 --
27:deltalake.DeltaTable.create6:method0 ---0 --
38:deltalake.DeltaTable.from_data_catalog6:method0 ---0 --
36:deltalake.DeltaTable.load_as_version6:method0 ---0 --
33:deltalake.DeltaTable.load_version6:method0 ---0 --
39:deltalake.DeltaTable.load_with_datetime6:method0 ---0 --
39:deltalake.DeltaTable.update_incremental6:method0 ---0 --
28:deltalake.DeltaTable.history6:method0 ---0 --
27:deltalake.DeltaTable.vacuum6:method0 ---0 --
27:deltalake.DeltaTable.update6:method0 ---0 --
27:deltalake.DeltaTable.delete6:method0 ---0 --
28:deltalake.DeltaTable.restore6:method0 ---0 --
27:deltalake.DeltaTable.repair6:method0 ---0 --
29:deltalake.DeltaTable.load_cdf6:method0 ---0 --
29:deltalake.DeltaTable.generate6:method0 ---0 --
37:deltalake.DeltaTable.cleanup_metadata6:method0 ---0 --
38:deltalake.DeltaTable.create_checkpoint6:method0 ---0 --
33:deltalake.DeltaTable.compact_logs6:method0 ---0 --
40:deltalake.DeltaTable.transaction_version6:method0 ---0 --
45:deltalake.DeltaTable.create_write_transaction6:method0 ---0 --
37:deltalake.DeltaTable.deletion_vectors6:method0 ---0 --
30:deltalake.DeltaTable.to_pandas6:method0 ---0 --
37:deltalake.DeltaTable.to_pyarrow_table6:method0 ---0 --
39:deltalake.DeltaTable.to_pyarrow_dataset6:method0 -+9:deltalake5:>=1.2-0 --
37:deltalake.DeltaTable.optimize.compact6:method0 ---0 --
37:deltalake.DeltaTable.optimize.z_order6:method0 ---0 --
38:deltalake.DeltaTable.alter.add_feature6:method0 ---0 --
38:deltalake.DeltaTable.alter.add_columns6:method0 ---0 --
41:deltalake.DeltaTable.alter.add_constraint6:method0 ---0 --
42:deltalake.DeltaTable.alter.drop_constraint6:method0 ---0 --
47:deltalake.DeltaTable.alter.drop_column_not_null6:method0 ---0 --
47:deltalake.DeltaTable.alter.set_table_properties6:method0 ---0 --
41:deltalake.DeltaTable.alter.set_table_name6:method0 ---0 --
48:deltalake.DeltaTable.alter.set_table_description6:method0 ---0 --
46:deltalake.DeltaTable.alter.set_column_metadata6:method0 ---0 --
50:deltalake.DeltaTable.to_pyarrow_dataset().to_table6:method0 ---0 --
52:deltalake.DeltaTable.to_pyarrow_dataset().to_batches6:method0 ---0 --
46:deltalake.DeltaTable.to_pyarrow_dataset().head6:method0 ---0 --
52:deltalake.DeltaTable.to_pyarrow_dataset().count_rows6:method0 ---0 --
35:deltalake.table.TableMerger.execute6:method0 ---0 --
30:deltalake.QueryBuilder.execute6:method0 ---0 --
30:deltalake.DeltaTable.file_uris6:method0 +22:file_pruning_predicate0 +9:deltalake5:>=1.2-0 --
30:deltalake.DeltaTable.file_uris6:method1 17:partition_filters+17:partition_filters0 +9:deltalake5:>=1.2-0 --
51:deltalake.transaction.create_table_with_add_actions8:function0 ---0 --
25:deltalake.DeltaTable.scan6:method0 ---0 --
31:deltalake.DeltaTable.partitions6:method0 -+9:deltalake5:>=1.2-0 --
46:deltalake.fs.DeltaStorageHandler.get_file_info6:method0 ---0 --
55:deltalake.fs.DeltaStorageHandler.get_file_info_selector6:method0 ---0 --
48:deltalake.fs.DeltaStorageHandler.open_input_file6:method0 ---0 --
50:deltalake.fs.DeltaStorageHandler.open_input_stream6:method0 ---0 --
51:deltalake.fs.DeltaStorageHandler.open_output_stream6:method0 ---0 --
42:deltalake.fs.DeltaStorageHandler.copy_file6:method0 ---0 --
37:deltalake.fs.DeltaStorageHandler.move6:method0 ---0 --
44:deltalake.fs.DeltaStorageHandler.delete_file6:method0 ---0 --
43:deltalake.fs.DeltaStorageHandler.delete_dir6:method0 ---0 --0 20 28:deltalake.DeltaTable.version27:deltalake.DeltaTable.schema29:deltalake.DeltaTable.metadata29:deltalake.DeltaTable.protocol30:deltalake.DeltaTable.table_uri26:deltalake.DeltaTable.files26:deltalake.DeltaTable.count36:deltalake.DeltaTable.get_add_actions41:deltalake.DeltaTable.transaction_versions26:deltalake.DeltaTable.merge32:deltalake.fs.DeltaStorageHandler22:deltalake.QueryBuilder31:deltalake.QueryBuilder.register16:deltalake.Schema15:deltalake.Field18:deltalake.DataType26:deltalake.WriterProperties26:deltalake.CommitProperties34:deltalake.PostCommitHookProperties27:deltalake.rust_core_version0 11 43:deltalake.fs.fs_handler.DeltaStorageHandler32:deltalake.fs.DeltaStorageHandler28:deltalake.query.QueryBuilder22:deltalake.QueryBuilder23:deltalake.schema.Schema16:deltalake.Schema26:deltalake.table.DeltaTable20:deltalake.DeltaTable28:deltalake.table.TableAlterer26:deltalake.DeltaTable.alter30:deltalake.table.TableOptimizer29:deltalake.DeltaTable.optimize33:deltalake.writer.WriterProperties26:deltalake.WriterProperties48:deltalake.writer.convert_to.convert_to_deltalake30:deltalake.convert_to_deltalake37:deltalake.writer.convert_to_deltalake30:deltalake.convert_to_deltalake32:deltalake.writer.write_deltalake25:deltalake.write_deltalake39:deltalake.writer.writer.write_deltalake25:deltalake.write_deltalake7 27:deltalake.DeltaTable.create20:deltalake.DeltaTable38:deltalake.DeltaTable.from_data_catalog20:deltalake.DeltaTable26:deltalake.DeltaTable.merge27:deltalake.table.TableMerger30:deltalake.DeltaTable.to_pandas16:pandas.DataFrame31:deltalake.QueryBuilder.register22:deltalake.QueryBuilder32:deltalake.fs.DeltaStorageHandler32:deltalake.fs.DeltaStorageHandler29:deltalake.table.TableMerger.*27:deltalake.table.TableMerger4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-0 -
16:>=0.17.0,<0.19.04:hang20:hangs without a word-0 -
16:>=0.19.0,<0.21.05:error114:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids-0 +5:panic
8:>=0.21.05:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic2 15:tokio-rt-worker15:tokio-runtime-w5 297:Forked process detected - current PID is 0 but the tokio runtime was created by 0. The tokio runtime does not support forked processes https://github.com/tokio-rs/tokio/issues/4301. If you are seeing this message while using Python multithreading make sure to use the `spawn` or `forkserver` mode.62:failed to join thread: Resource deadlock avoided (os error 35)38:Failed to record PID for tokio runtime52:pyo3_runtime.PanicException: Forked process detected113:_pickle.PicklingError: Can't pickle <class 'pyo3_runtime.PanicException'>: import of module 'pyo3_runtime' failed95:keeps one Tokio runtime for the whole process, and its worker threads stay behind in the parent179:Start the workers with the `spawn` or `forkserver` method, or open the table only in the children, or let threads do the work: delta-rs releases the GIL while it reads and writes.-174:A spawned worker imports its modules again, and what it is given must be picklable and its function importable; opening the table in each child reads the log once more there.5 48:https://github.com/delta-io/delta-rs/issues/274446:https://github.com/delta-io/delta-rs/pull/242446:https://github.com/delta-io/delta-rs/pull/276548:https://github.com/delta-io/delta-rs/issues/290545:https://github.com/tokio-rs/tokio/issues/43016 
3:bad130:The parent opens the table, which starts the runtime's threads; the forked child has the runtime's memory and none of its threads.277:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    load()
    worker = Process(target=load)
    worker.start()  # error: FG101
    worker.join()
1 9:deltalake6:0.18.2+4:3.12
4:good72:A spawned worker is a fresh interpreter: it builds a runtime of its own.309:from multiprocessing import Process, set_start_method

from deltalake import DeltaTable


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    set_start_method("spawn")
    load()
    worker = Process(target=load)
    worker.start()
    worker.join()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss120:Only the child opens the table: the parent has imported deltalake and built a schema, neither of which starts a runtime.311:from multiprocessing import Process

from deltalake import DeltaTable, Field, Schema


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    wanted = Schema([Field("id", "integer")])
    worker = Process(target=load)
    worker.start()
    worker.join()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss76:Up to 0.16.4 every call built a runtime of its own, so that the child works.261:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    table = DeltaTable("/data/events")
    print(table.version())


if __name__ == "__main__":
    load()
    worker = Process(target=load)
    worker.start()
    worker.join()
1 9:deltalake6:0.16.4+4:3.12
3:bad149:The pool forks where it is made. The panic kills the worker, the pool waits for the answer that was lost, and the library's own check ends in a hang.373:from multiprocessing import Pool

from deltalake import DeltaTable

PATH = "/data/events"


def count(version):
    return DeltaTable(PATH, version=version).to_pyarrow_dataset().count_rows()


def main():
    newest = DeltaTable(PATH).version()
    with Pool(4) as pool:  # error: FG101
        print(pool.map(count, range(newest)))


if __name__ == "__main__":
    main()
1 9:deltalake5:1.6.6+4:3.12
4:good80:The fork server forks its workers from a process that has never touched a table.390:from multiprocessing import get_context

from deltalake import DeltaTable

PATH = "/data/events"


def count(version):
    return DeltaTable(PATH, version=version).to_pyarrow_dataset().count_rows()


def main():
    newest = DeltaTable(PATH).version()
    with get_context("forkserver").Pool(4) as pool:
        print(pool.map(count, range(newest)))


if __name__ == "__main__":
    main()
1 9:deltalake5:1.6.6+4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:dispatch24:Dispatch's global queues5:FG1055:swift1 8:Dispatch1 26:swift-corelibs-libdispatch7:process-++-9 
26:Dispatch.GlobalQueue.async6:method0 ---0 --
31:Dispatch.GlobalQueue.asyncAfter6:method0 ---0 --
28:Dispatch.DispatchQueue.async6:method3 5:label3:qos10:attributes+10:attributes0 --0 --
29:Dispatch.DispatchGroup.notify6:method0 +5:queue7 20:Dispatch.GlobalQueue--0 --
29:Dispatch.DispatchGroup.notify6:method0 +5:queue6 7:.global--0 --
29:Dispatch.DispatchGroup.notify6:method0 +16:queue.attributes0 --0 --
40:Dispatch.DispatchQueue.concurrentPerform8:function0 ---0 --
38:Foundation.OperationQueue.addOperation6:method0 ---0 --
41:Foundation.OperationQueue.addBarrierBlock6:method0 ---0 --10 
26:Dispatch.GlobalQueue.async6:method0 ---0 --
31:Dispatch.GlobalQueue.asyncAfter6:method0 ---0 --
28:Dispatch.DispatchQueue.async6:method3 5:label3:qos10:attributes+10:attributes0 --0 --
29:Dispatch.DispatchGroup.notify6:method0 +5:queue7 20:Dispatch.GlobalQueue--0 --
29:Dispatch.DispatchGroup.notify6:method0 +5:queue6 7:.global--0 --
29:Dispatch.DispatchGroup.notify6:method0 +16:queue.attributes0 --0 --
38:Foundation.OperationQueue.addOperation6:method0 ---0 --
41:Foundation.OperationQueue.addBarrierBlock6:method0 ---0 --
32:Foundation.URLSessionTask.resume6:method0 ---0 --
22:Foundation.Process.run6:method0 ---0 --0 0 3 24:Foundation.DispatchGroup22:Dispatch.DispatchGroup24:Foundation.DispatchQueue22:Dispatch.DispatchQueue25:Foundation.DispatchSource23:Dispatch.DispatchSource4 22:Dispatch.DispatchGroup22:Dispatch.DispatchGroup22:Dispatch.DispatchQueue22:Dispatch.DispatchQueue29:Dispatch.DispatchQueue.global20:Dispatch.GlobalQueue25:Foundation.OperationQueue25:Foundation.OperationQueue1 
0:4:hang50:waits for ever for a block that no thread will run-0 -0 0 81:hand blocks to threads of their own, and a fork leaves those behind in the parent125:Fork before the library is first used, or run the child's work as another program with `posix_spawn` or `Foundation.Process`.-78:A program that is started reads what it needs from its arguments or its input.2 83:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/private/private.h77:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/src/queue.c8 
3:bad86:The parent's block started the threads of the queue; the child's block waits for them.385:import Dispatch
import Glibc

func total(_ numbers: [Int]) -> Int {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        print(numbers.reduce(0, +))
    }
    group.wait()
    return numbers.count
}

print(total([1, 2]))
switch fork() {  // error: FG105
case 0:
    print(total([3]))
    exit(0)
case -1:
    perror("fork")
default:
    wait(nil)
}
0 -
4:good41:The process forks before its first block.372:import Dispatch
import Glibc

func total(_ numbers: [Int]) -> Int {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        print(numbers.reduce(0, +))
    }
    group.wait()
    return numbers.count
}

switch fork() {
case 0:
    print(total([3]))
    exit(0)
case -1:
    perror("fork")
default:
    print(total([1, 2]))
    wait(nil)
}
0 -
9:near-miss77:A private serial queue has threads of its own, which nothing has started yet.463:import Dispatch
import Glibc

func total(_ numbers: [Int]) -> Int {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        print(numbers.reduce(0, +))
    }
    group.wait()
    return numbers.count
}

print(total([1, 2]))
switch fork() {
case 0:
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "child").async { done.signal() }
    done.wait()
    exit(0)
case -1:
    perror("fork")
default:
    wait(nil)
}
0 -
3:bad75:An operation queue runs its operations on the threads of the global queues.284:import Foundation

let queue = OperationQueue()

func index(_ names: [String]) {
    for name in names { queue.addOperation { print(name) } }
    queue.waitUntilAllOperationsAreFinished()
}

index(["a", "b"])
if fork() == 0 {  // error: FG105
    index(["c"])
    exit(0)
}
wait(nil)
0 -
3:bad84:A concurrent queue of one's own runs its blocks on the threads of the global queues.350:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work", attributes: .concurrent)

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

report("parent")
if fork() == 0 {  // error: FG105
    report("child")
    exit(0)
}
wait(nil)
0 -
9:near-miss69:`sync` and `concurrentPerform` go on with the thread that calls them.291:import Dispatch
import Glibc

let group = DispatchGroup()
DispatchQueue.global().async(group: group) { print("parent") }
group.wait()
if fork() == 0 {
    DispatchQueue.global().sync { print("child") }
    DispatchQueue.concurrentPerform(iterations: 2) { print($0) }
    exit(0)
}
wait(nil)
0 -
3:bad65:What a group calls when it is done is a block of that queue, too.360:import Dispatch
import Glibc

func finish(_ name: String) {
    let group = DispatchGroup()
    let done = DispatchSemaphore(value: 0)
    group.notify(queue: .global()) {
        print(name)
        done.signal()
    }
    done.wait()
}

finish("parent")
let pid = fork()  // error: FG105
if pid == 0 {
    finish("child")
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
9:near-miss74:The main queue runs blocks on the main thread, which is the child's first.230:import Dispatch
import Glibc

let group = DispatchGroup()
group.notify(queue: .main) { print("parent is done") }
let pid = fork()
if pid == 0 {
    group.notify(queue: .main) { _exit(0) }
    dispatchMain()
}
waitpid(pid, nil, 0)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
15:dispatch-events35:Dispatch's timers and event sources5:FG1055:swift1 8:Dispatch1 26:swift-corelibs-libdispatch7:process-++-2 
36:Dispatch.DispatchSource.Timer.resume6:method0 ---0 --
38:Dispatch.DispatchSource.Timer.activate6:method0 ---0 --5 
36:Dispatch.DispatchSource.Timer.resume6:method0 ---0 --
38:Dispatch.DispatchSource.Timer.activate6:method0 ---0 --
31:Dispatch.GlobalQueue.asyncAfter6:method0 ---0 --
33:Dispatch.DispatchQueue.asyncAfter6:method0 ---0 --
30:Foundation.RunLoop.current.run8:function0 ---0 --0 0 3 24:Foundation.DispatchGroup22:Dispatch.DispatchGroup24:Foundation.DispatchQueue22:Dispatch.DispatchQueue25:Foundation.DispatchSource23:Dispatch.DispatchSource7 22:Dispatch.DispatchGroup22:Dispatch.DispatchGroup22:Dispatch.DispatchQueue22:Dispatch.DispatchQueue29:Dispatch.DispatchQueue.global20:Dispatch.GlobalQueue38:Dispatch.DispatchSource.makeReadSource29:Dispatch.DispatchSource.Timer40:Dispatch.DispatchSource.makeSignalSource29:Dispatch.DispatchSource.Timer39:Dispatch.DispatchSource.makeTimerSource29:Dispatch.DispatchSource.Timer39:Dispatch.DispatchSource.makeWriteSource29:Dispatch.DispatchSource.Timer1 
0:4:hang51:waits for ever for an event that nobody watches for-0 -0 0 83:are watched by one thread of the process, and a fork leaves it behind in the parent125:Fork before the library is first used, or run the child's work as another program with `posix_spawn` or `Foundation.Process`.-78:A program that is started reads what it needs from its arguments or its input.2 83:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/private/private.h77:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/src/queue.c4 
3:bad89:The parent's timer started the thread that watches timers; the child's timer never fires.406:import Dispatch
import Glibc

func pause(_ milliseconds: Int) {
    let done = DispatchSemaphore(value: 0)
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .milliseconds(milliseconds))
    timer.setEventHandler { done.signal() }
    timer.resume()
    done.wait()
    timer.cancel()
}

pause(10)
if fork() == 0 {  // error: FG105
    pause(10)
    exit(0)
}
wait(nil)
0 -
4:good22:The child forks first.389:import Dispatch
import Glibc

func pause(_ milliseconds: Int) {
    let done = DispatchSemaphore(value: 0)
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .milliseconds(milliseconds))
    timer.setEventHandler { done.signal() }
    timer.resume()
    done.wait()
    timer.cancel()
}

if fork() == 0 {
    pause(10)
    exit(0)
}
pause(10)
wait(nil)
0 -
9:near-miss35:A child that sleeps needs no timer.394:import Dispatch
import Glibc

func pause(_ milliseconds: Int) {
    let done = DispatchSemaphore(value: 0)
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .milliseconds(milliseconds))
    timer.setEventHandler { done.signal() }
    timer.resume()
    done.wait()
    timer.cancel()
}

pause(10)
if fork() == 0 {
    usleep(10_000)
    exit(0)
}
wait(nil)
0 -
3:bad36:`asyncAfter` waits for a timer, too.545:import Dispatch
import Glibc

func pause(_ milliseconds: Int) {
    let done = DispatchSemaphore(value: 0)
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .milliseconds(milliseconds))
    timer.setEventHandler { done.signal() }
    timer.resume()
    done.wait()
    timer.cancel()
}

pause(10)
if fork() == 0 {  // error: FG105
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(10)) { done.signal() }
    done.wait()
    exit(0)
}
wait(nil)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
15:dispatch-serial24:Dispatch's serial queues5:FG1055:swift1 8:Dispatch1 26:swift-corelibs-libdispatch7:process-++-3 
28:Dispatch.DispatchQueue.async6:method3 5:label3:qos10:attributes+10:attributes1 --0 --
33:Dispatch.DispatchQueue.asyncAfter6:method3 5:label3:qos10:attributes+10:attributes1 --0 --
29:Dispatch.DispatchGroup.notify6:method0 +5:queue7 22:Dispatch.DispatchQueue--1 
16:queue.attributes0 --4 
28:Dispatch.DispatchQueue.async6:method3 5:label3:qos10:attributes+10:attributes1 --0 --
33:Dispatch.DispatchQueue.asyncAfter6:method3 5:label3:qos10:attributes+10:attributes1 --0 --
29:Dispatch.DispatchGroup.notify6:method0 +5:queue7 22:Dispatch.DispatchQueue--1 
16:queue.attributes0 --
32:Foundation.URLSessionTask.resume6:method0 ---0 --0 0 3 24:Foundation.DispatchGroup22:Dispatch.DispatchGroup24:Foundation.DispatchQueue22:Dispatch.DispatchQueue25:Foundation.DispatchSource23:Dispatch.DispatchSource3 22:Dispatch.DispatchGroup22:Dispatch.DispatchGroup22:Dispatch.DispatchQueue22:Dispatch.DispatchQueue29:Dispatch.DispatchQueue.global20:Dispatch.GlobalQueue1 
0:4:hang50:waits for ever for a block that no thread will run-0 -0 0 83:run blocks on threads that they share, and a fork leaves those behind in the parent125:Fork before the library is first used, or run the child's work as another program with `posix_spawn` or `Foundation.Process`.-78:A program that is started reads what it needs from its arguments or its input.2 83:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/private/private.h77:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/src/queue.c3 
3:bad76:Another queue in the child does not help: serial queues share their threads.448:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work")

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

report("parent")
let pid = fork()  // error: FG105
if pid == 0 {
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "child").async { done.signal() }
    done.wait()
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
4:good41:The process forks before it uses a queue.431:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work")

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

let pid = fork()
if pid == 0 {
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "child").async { done.signal() }
    done.wait()
    _exit(0)
}
report("parent")
waitpid(pid, nil, 0)
0 -
9:near-miss50:`sync` runs its block on the thread that calls it.348:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work")

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

report("parent")
let pid = fork()
if pid == 0 {
    queue.sync { print("child") }
    _exit(0)
}
waitpid(pid, nil, 0)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
6:django28:Django's database connection5:FG1046:python1 6:django1 6:django7:process-++-31 
36:django.db.models.Model.objects.*.get6:method0 ---0 --
37:django.db.models.Model.objects.create6:method0 ---0 --
38:django.db.models.Model.objects.*.count6:method0 ---0 --
39:django.db.models.Model.objects.*.exists6:method0 ---0 --
38:django.db.models.Model.objects.*.first6:method0 ---0 --
37:django.db.models.Model.objects.*.last6:method0 ---0 --
42:django.db.models.Model.objects.*.aggregate6:method0 ---0 --
39:django.db.models.Model.objects.*.update6:method0 ---0 --
39:django.db.models.Model.objects.*.delete6:method0 ---0 --
46:django.db.models.Model.objects.*.get_or_create6:method0 ---0 --
49:django.db.models.Model.objects.*.update_or_create6:method0 ---0 --
44:django.db.models.Model.objects.*.bulk_create6:method0 ---0 --
44:django.db.models.Model.objects.*.bulk_update6:method0 ---0 --
40:django.db.models.Model.objects.*.in_bulk6:method0 ---0 --
41:django.db.models.Model.objects.*.earliest6:method0 ---0 --
39:django.db.models.Model.objects.*.latest6:method0 ---0 --
41:django.db.models.Model.objects.*.iterator6:method0 ---0 --
41:django.db.models.Model.objects.*.__iter__6:method0 ---0 --
40:django.db.models.Model.objects.*.__len__6:method0 ---0 --
44:django.db.models.Model.objects.*.__getitem__6:method0 ---0 --
36:django.db.models.Model.objects.*.raw6:method0 ---0 --
27:django.db.models.Model.save6:method0 ---0 --
29:django.db.models.Model.delete6:method0 ---0 --
38:django.db.models.Model.refresh_from_db6:method0 ---0 --
30:django.db.connections.*.cursor6:method0 ---0 --
27:django.db.connection.cursor6:method0 ---0 --
38:django.db.connection.ensure_connection6:method0 ---0 --
28:django.db.connection.connect6:method0 ---0 --
34:django.shortcuts.get_object_or_4048:function0 ---0 --
32:django.shortcuts.get_list_or_4048:function0 ---0 --
35:django.core.management.call_command8:function0 ---0 --35 
36:django.db.models.Model.objects.*.get6:method0 ---0 --
37:django.db.models.Model.objects.create6:method0 ---0 --
38:django.db.models.Model.objects.*.count6:method0 ---0 --
39:django.db.models.Model.objects.*.exists6:method0 ---0 --
38:django.db.models.Model.objects.*.first6:method0 ---0 --
37:django.db.models.Model.objects.*.last6:method0 ---0 --
42:django.db.models.Model.objects.*.aggregate6:method0 ---0 --
39:django.db.models.Model.objects.*.update6:method0 ---0 --
39:django.db.models.Model.objects.*.delete6:method0 ---0 --
46:django.db.models.Model.objects.*.get_or_create6:method0 ---0 --
49:django.db.models.Model.objects.*.update_or_create6:method0 ---0 --
44:django.db.models.Model.objects.*.bulk_create6:method0 ---0 --
44:django.db.models.Model.objects.*.bulk_update6:method0 ---0 --
40:django.db.models.Model.objects.*.in_bulk6:method0 ---0 --
41:django.db.models.Model.objects.*.earliest6:method0 ---0 --
39:django.db.models.Model.objects.*.latest6:method0 ---0 --
41:django.db.models.Model.objects.*.iterator6:method0 ---0 --
40:django.db.models.Model.objects.*.__len__6:method0 ---0 --
44:django.db.models.Model.objects.*.__getitem__6:method0 ---0 --
36:django.db.models.Model.objects.*.raw6:method0 ---0 --
27:django.db.models.Model.save6:method0 ---0 --
29:django.db.models.Model.delete6:method0 ---0 --
38:django.db.models.Model.refresh_from_db6:method0 ---0 --
30:django.db.connections.*.cursor6:method0 ---0 --
27:django.db.connection.cursor6:method0 ---0 --
38:django.db.connection.ensure_connection6:method0 ---0 --
28:django.db.connection.connect6:method0 ---0 --
39:django.db.models.Model.objects.*.filter6:method0 ---0 --
36:django.db.models.Model.objects.*.all6:method0 ---0 --
40:django.db.models.Model.objects.*.exclude6:method0 ---0 --
39:django.db.models.Model.objects.*.values6:method0 ---0 --
44:django.db.models.Model.objects.*.values_list6:method0 ---0 --
34:django.shortcuts.get_object_or_4048:function0 ---0 --
32:django.shortcuts.get_list_or_4048:function0 ---0 --
35:django.core.management.call_command8:function0 ---0 --0 10 31:django.db.connections.close_all26:django.db.connection.close29:django.db.connections.*.close25:django.db.connections.all30:django.db.connections.__iter__31:django.db.close_old_connections31:django.db.connection.connection34:django.db.connections.*.connection28:django.db.connection.connect31:django.db.connections.*.connect6 43:django.contrib.auth.models.AbstractBaseUser22:django.db.models.Model39:django.contrib.auth.models.AbstractUser22:django.db.models.Model32:django.contrib.auth.models.Group22:django.db.models.Model31:django.contrib.auth.models.User22:django.db.models.Model34:django.contrib.gis.db.models.Model22:django.db.models.Model27:django.db.models.base.Model22:django.db.models.Model2 26:django.apps.apps.get_model22:django.db.models.Model34:django.contrib.auth.get_user_model22:django.db.models.Model1 
0:4:hang87:reads answers that are meant for the parent or another child, and mostly waits for ever-0 -0 0 96:keeps one open connection for each thread and database, and a fork hands its socket to the child120:Call `django.db.connections.close_all()` right before the fork; parent and child then connect again at their next query.+209:a spawned child imports the module before Django is set up, and a module that imports models then fails, so that a pool waits for ever: call `django.setup()` in an initializer whose own module imports no model97:One more connection for each process. Closing in the child instead ends the parent's session too.4 43:https://code.djangoproject.com/ticket/2056243:https://code.djangoproject.com/ticket/3163751:https://github.com/Substra/substra-backend/pull/35567:https://github.com/django-commons/django-tasks-scheduler/issues/3933 
3:bad89:The query before the pool opens the connection, and four children ask through one socket.546:from multiprocessing import Pool

from django.core.management.base import BaseCommand
from django.db import connections, models


class Invoice(models.Model):
    total = models.DecimalField(max_digits=9, decimal_places=2)


def remind(key):
    invoice = Invoice.objects.get(pk=key)
    print(invoice.total)


class Command(BaseCommand):
    def handle(self, *args, **options):
        keys = list(Invoice.objects.filter(total__gt=0).values_list("pk", flat=True))
        with Pool(4) as pool:  # error: FG104
            pool.map(remind, keys)
0 +4:3.12
4:good59:Without an open connection each child opens one of its own.562:from multiprocessing import Pool

from django.core.management.base import BaseCommand
from django.db import connections, models


class Invoice(models.Model):
    total = models.DecimalField(max_digits=9, decimal_places=2)


def remind(key):
    invoice = Invoice.objects.get(pk=key)
    print(invoice.total)


class Command(BaseCommand):
    def handle(self, *args, **options):
        keys = list(Invoice.objects.filter(total__gt=0).values_list("pk", flat=True))
        connections.close_all()
        with Pool(4) as pool:
            pool.map(remind, keys)
0 +4:3.12
9:near-miss81:The command itself asks nothing: the first connections are those of the children.484:from multiprocessing import Pool

from django.core.management.base import BaseCommand
from django.db import models


class Invoice(models.Model):
    total = models.DecimalField(max_digits=9, decimal_places=2)


def remind(key):
    invoice = Invoice.objects.get(pk=key)
    print(invoice.total)


class Command(BaseCommand):
    def handle(self, *args, **options):
        keys = [int(key) for key in options["keys"]]
        with Pool(4) as pool:
            pool.map(remind, keys)
0 +4:3.12-17 23:multiprocessing.Process31:multiprocessing.context.Process35:multiprocessing.context.ForkProcess20:multiprocessing.Pool25:multiprocessing.pool.Pool20:multiprocess.Process17:multiprocess.Pool16:billiard.Process13:billiard.Pool38:concurrent.futures.ProcessPoolExecutor46:concurrent.futures.process.ProcessPoolExecutor35:tqdm.contrib.concurrent.process_map15:joblib.Parallel18:pebble.ProcessPool7:os.fork10:os.forkpty8:pty.fork0 0 0 0 0 0 0 0 0 +0 1 6:models22:django.db.models.Model0 0 0 0 -0 -+-0 
9:dlt-delta21:dlt with Delta tables5:FG1016:python1 3:dlt1 9:deltalake7:process-+--7 
16:dlt.Pipeline.run6:method0 +12:table_format3 2 5:delta--0 --
7:dlt.run8:function0 +12:table_format3 2 5:delta--0 --
43:dlt.common.libs.deltalake.write_delta_table8:function0 ---0 --
43:dlt.common.libs.deltalake.merge_delta_table8:function0 ---0 --
42:dlt.common.libs.deltalake.get_delta_tables8:function0 ---0 --
46:dlt.common.libs.deltalake.truncate_delta_table8:function0 ---0 --
51:dlt.common.libs.deltalake.evolve_delta_table_schema8:function0 ---0 --0 0 0 1 30:dlt.pipeline.pipeline.Pipeline12:dlt.Pipeline3 10:dlt.attach12:dlt.Pipeline20:dlt.current.pipeline12:dlt.Pipeline12:dlt.pipeline12:dlt.Pipeline4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-0 -
16:>=0.17.0,<0.19.04:hang20:hangs without a word-0 -
16:>=0.19.0,<0.21.05:error114:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids-0 +5:panic
8:>=0.21.05:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic2 15:tokio-rt-worker15:tokio-runtime-w0 143:writes tables of the format `delta` with deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent148:Start the workers with the `spawn` or `forkserver` method, or run the pipelines one after the other in one process: dlt loads in threads of its own.-87:A spawned worker imports dlt and its sources again; what it is given must be picklable.2 48:https://github.com/delta-io/delta-rs/issues/290570:https://github.com/dlt-hub/dlt/blob/devel/dlt/common/libs/deltalake.py3 
3:bad90:The first run loads in the parent; the forked workers inherit the runtime that it started.414:from multiprocessing import Process

import dlt


def load(name, rows):
    pipeline = dlt.pipeline(pipeline_name=name, destination="filesystem")
    pipeline.run(rows, table_name=name, table_format="delta")


def main():
    load("countries", [{"id": 1}])
    worker = Process(target=load, args=("cities", [{"id": 1}]))
    worker.start()  # error: FG101
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
4:good45:Each spawned worker has a runtime of its own.423:from multiprocessing import get_context

import dlt


def load(name, rows):
    pipeline = dlt.pipeline(pipeline_name=name, destination="filesystem")
    pipeline.run(rows, table_name=name, table_format="delta")


def main():
    load("countries", [{"id": 1}])
    worker = get_context("spawn").Process(target=load, args=("cities", [{"id": 1}]))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss47:Tables of another format never reach deltalake.400:from multiprocessing import Process

import dlt


def load(name, rows):
    pipeline = dlt.pipeline(pipeline_name=name, destination="filesystem")
    pipeline.run(rows, table_name=name, table_format="iceberg")


def main():
    load("countries", [{"id": 1}])
    worker = Process(target=load, args=("cities", [{"id": 1}]))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
6:duckdb6:DuckDB5:FG1046:python1 6:duckdb1 6:duckdb6:handle-++-2 
14:duckdb.connect8:function0 -+6:duckdb7:>=2.0.0-0 --
14:duckdb.connect8:function1 8:database+8:database0 +6:duckdb6:<2.0.0-1 
8:database3 2 8::memory:--54 
33:duckdb.DuckDBPyConnection.execute6:method0 ---0 --
37:duckdb.DuckDBPyConnection.executemany6:method0 ---0 --
29:duckdb.DuckDBPyConnection.sql6:method0 ---0 --
31:duckdb.DuckDBPyConnection.query6:method0 ---0 --
38:duckdb.DuckDBPyConnection.read_parquet6:method0 ---0 --
34:duckdb.DuckDBPyConnection.read_csv6:method0 ---0 --
36:duckdb.DuckDBPyConnection.checkpoint6:method0 ---0 --
31:duckdb.DuckDBPyConnection.close6:method0 ---0 --
32:duckdb.DuckDBPyRelation.fetchall6:method0 ---0 --
32:duckdb.DuckDBPyRelation.fetchone6:method0 ---0 --
33:duckdb.DuckDBPyRelation.fetchmany6:method0 ---0 --
26:duckdb.DuckDBPyRelation.df6:method0 ---0 --
29:duckdb.DuckDBPyRelation.to_df6:method0 ---0 --
31:duckdb.DuckDBPyRelation.fetchdf6:method0 ---0 --
26:duckdb.DuckDBPyRelation.pl6:method0 ---0 --
29:duckdb.DuckDBPyRelation.arrow6:method0 ---0 --
38:duckdb.DuckDBPyRelation.to_arrow_table6:method0 ---0 --
41:duckdb.DuckDBPyRelation.fetch_arrow_table6:method0 ---0 --
39:duckdb.DuckDBPyRelation.to_arrow_reader6:method0 ---0 --
42:duckdb.DuckDBPyRelation.fetch_record_batch6:method0 ---0 --
42:duckdb.DuckDBPyRelation.fetch_arrow_reader6:method0 ---0 --
34:duckdb.DuckDBPyRelation.fetchnumpy6:method0 ---0 --
29:duckdb.DuckDBPyRelation.torch6:method0 ---0 --
26:duckdb.DuckDBPyRelation.tf6:method0 ---0 --
28:duckdb.DuckDBPyRelation.show6:method0 ---0 --
31:duckdb.DuckDBPyRelation.execute6:method0 ---0 --
32:duckdb.DuckDBPyRelation.describe6:method0 ---0 --
35:duckdb.DuckDBPyRelation.materialize6:method0 ---0 --
30:duckdb.DuckDBPyRelation.create6:method0 ---0 --
32:duckdb.DuckDBPyRelation.to_table6:method0 ---0 --
30:duckdb.DuckDBPyRelation.insert6:method0 ---0 --
35:duckdb.DuckDBPyRelation.insert_into6:method0 ---0 --
33:duckdb.DuckDBPyRelation.write_csv6:method0 ---0 --
30:duckdb.DuckDBPyRelation.to_csv6:method0 ---0 --
37:duckdb.DuckDBPyRelation.write_parquet6:method0 ---0 --
34:duckdb.DuckDBPyRelation.to_parquet6:method0 ---0 --
31:duckdb.DuckDBPyRelation.__len__6:method0 ---0 --
31:duckdb.DuckDBPyRelation.__str__6:method0 ---0 --
38:duckdb.DuckDBPyConnection.from_parquet6:method0 ---0 --
39:duckdb.DuckDBPyConnection.from_csv_auto6:method0 ---0 --
35:duckdb.DuckDBPyConnection.read_json6:method0 ---0 --
34:duckdb.DuckDBPyConnection.register6:method0 ---0 --
32:duckdb.DuckDBPyConnection.append6:method0 ---0 --
34:duckdb.DuckDBPyConnection.fetchall6:method0 ---0 --
34:duckdb.DuckDBPyConnection.fetchone6:method0 ---0 --
35:duckdb.DuckDBPyConnection.fetchmany6:method0 ---0 --
28:duckdb.DuckDBPyConnection.df6:method0 ---0 --
33:duckdb.DuckDBPyConnection.fetchdf6:method0 ---0 --
34:duckdb.DuckDBPyConnection.fetch_df6:method0 ---0 --
36:duckdb.DuckDBPyConnection.fetchnumpy6:method0 ---0 --
28:duckdb.DuckDBPyConnection.pl6:method0 ---0 --
31:duckdb.DuckDBPyConnection.arrow6:method0 ---0 --
40:duckdb.DuckDBPyConnection.to_arrow_table6:method0 ---0 --
43:duckdb.DuckDBPyConnection.fetch_arrow_table6:method0 ---0 --0 2 31:duckdb.DuckDBPyConnection.close34:duckdb.DuckDBPyConnection.__exit__1 26:_duckdb.DuckDBPyConnection25:duckdb.DuckDBPyConnection56 35:duckdb.DuckDBPyConnection.__enter__25:duckdb.DuckDBPyConnection32:duckdb.DuckDBPyConnection.cursor25:duckdb.DuckDBPyConnection28:duckdb.DuckDBPyConnection.df16:pandas.DataFrame33:duckdb.DuckDBPyConnection.execute25:duckdb.DuckDBPyConnection36:duckdb.DuckDBPyConnection.from_arrow23:duckdb.DuckDBPyRelation39:duckdb.DuckDBPyConnection.from_csv_auto23:duckdb.DuckDBPyRelation33:duckdb.DuckDBPyConnection.from_df23:duckdb.DuckDBPyRelation38:duckdb.DuckDBPyConnection.from_parquet23:duckdb.DuckDBPyRelation36:duckdb.DuckDBPyConnection.from_query23:duckdb.DuckDBPyRelation31:duckdb.DuckDBPyConnection.query23:duckdb.DuckDBPyRelation34:duckdb.DuckDBPyConnection.read_csv23:duckdb.DuckDBPyRelation35:duckdb.DuckDBPyConnection.read_json23:duckdb.DuckDBPyRelation38:duckdb.DuckDBPyConnection.read_parquet23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyConnection.sql23:duckdb.DuckDBPyRelation31:duckdb.DuckDBPyConnection.table23:duckdb.DuckDBPyRelation40:duckdb.DuckDBPyConnection.table_function23:duckdb.DuckDBPyRelation32:duckdb.DuckDBPyConnection.values23:duckdb.DuckDBPyRelation30:duckdb.DuckDBPyConnection.view23:duckdb.DuckDBPyRelation33:duckdb.DuckDBPyRelation.aggregate23:duckdb.DuckDBPyRelation27:duckdb.DuckDBPyRelation.avg23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyRelation.count23:duckdb.DuckDBPyRelation35:duckdb.DuckDBPyRelation.create_view23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyRelation.cross23:duckdb.DuckDBPyRelation32:duckdb.DuckDBPyRelation.describe23:duckdb.DuckDBPyRelation26:duckdb.DuckDBPyRelation.df16:pandas.DataFrame32:duckdb.DuckDBPyRelation.distinct23:duckdb.DuckDBPyRelation31:duckdb.DuckDBPyRelation.except_23:duckdb.DuckDBPyRelation31:duckdb.DuckDBPyRelation.fetchdf16:pandas.DataFrame30:duckdb.DuckDBPyRelation.filter23:duckdb.DuckDBPyRelation32:duckdb.DuckDBPyRelation.group_by23:duckdb.DuckDBPyRelation33:duckdb.DuckDBPyRelation.intersect23:duckdb.DuckDBPyRelation28:duckdb.DuckDBPyRelation.join23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyRelation.limit23:duckdb.DuckDBPyRelation35:duckdb.DuckDBPyRelation.materialize23:duckdb.DuckDBPyRelation27:duckdb.DuckDBPyRelation.max23:duckdb.DuckDBPyRelation28:duckdb.DuckDBPyRelation.mean23:duckdb.DuckDBPyRelation30:duckdb.DuckDBPyRelation.median23:duckdb.DuckDBPyRelation27:duckdb.DuckDBPyRelation.min23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyRelation.order23:duckdb.DuckDBPyRelation26:duckdb.DuckDBPyRelation.pl16:polars.DataFrame31:duckdb.DuckDBPyRelation.project23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyRelation.query23:duckdb.DuckDBPyRelation30:duckdb.DuckDBPyRelation.rename23:duckdb.DuckDBPyRelation30:duckdb.DuckDBPyRelation.sample23:duckdb.DuckDBPyRelation30:duckdb.DuckDBPyRelation.select23:duckdb.DuckDBPyRelation33:duckdb.DuckDBPyRelation.set_alias23:duckdb.DuckDBPyRelation28:duckdb.DuckDBPyRelation.sort23:duckdb.DuckDBPyRelation27:duckdb.DuckDBPyRelation.std23:duckdb.DuckDBPyRelation27:duckdb.DuckDBPyRelation.sum23:duckdb.DuckDBPyRelation29:duckdb.DuckDBPyRelation.to_df16:pandas.DataFrame29:duckdb.DuckDBPyRelation.union23:duckdb.DuckDBPyRelation30:duckdb.DuckDBPyRelation.unique23:duckdb.DuckDBPyRelation36:duckdb.DuckDBPyRelation.value_counts23:duckdb.DuckDBPyRelation27:duckdb.DuckDBPyRelation.var23:duckdb.DuckDBPyRelation36:duckdb.DuckDBPyRelation.with_columns23:duckdb.DuckDBPyRelation14:duckdb.connect25:duckdb.DuckDBPyConnection2 
6:<2.0.09:uncertain122:writes to the database file of the parent without a lock: whichever commits second fails with `Could not set lock on file`-0 -
7:>=2.0.04:hang116:waits for ever where it reads a Parquet or CSV file, and dies of a segmentation fault where it closes the connection-0 -0 0 172:keeps threads, caches and the lock of the database file behind the connection: the threads stay behind in the parent, and parent and child believe to be alone with the file171:Open the connection in the child (`duckdb.connect` in the worker's function or in the pool's initializer), and close the parent's before the fork where both open one file.-130:Each process has a database engine of its own; a file takes one writing process, or any number that open it with `read_only=True`.3 50:https://github.com/duckdb/duckdb-python/issues/29247:https://github.com/urban-toolkit/curio/pull/31650:https://duckdb.org/docs/stable/connect/concurrency3 
3:bad118:DuckDB reads files with threads that only the parent has: the child's query of its inherited connection never returns.388:from multiprocessing import Process

import duckdb

PATH = "/data/sales.parquet"
connection = duckdb.connect()


def total(region):
    query = f"SELECT sum(amount) FROM '{PATH}' WHERE region = '{region}'"
    print(connection.execute(query).fetchone())


if __name__ == "__main__":
    worker = Process(target=total, args=("south",))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good35:The child opens its own connection.376:from multiprocessing import Process

import duckdb

PATH = "/data/sales.parquet"


def total(region):
    connection = duckdb.connect()
    query = f"SELECT sum(amount) FROM '{PATH}' WHERE region = '{region}'"
    print(connection.execute(query).fetchone())


if __name__ == "__main__":
    worker = Process(target=total, args=("south",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss78:The parent closes its connection before the fork, and the child opens its own.482:from multiprocessing import Process

import duckdb

PATH = "/data/sales.parquet"


def total(region):
    connection = duckdb.connect()
    query = f"SELECT sum(amount) FROM '{PATH}' WHERE region = '{region}'"
    print(connection.execute(query).fetchone())


if __name__ == "__main__":
    with duckdb.connect() as connection:
        print(connection.execute("SELECT version()").fetchone())
    worker = Process(target=total, args=("south",))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
13:duckdb-module32:DuckDB's functions of the module5:FG1026:python1 6:duckdb1 6:duckdb7:process-++-5 
10:duckdb.sql8:function0 ---0 --
12:duckdb.query8:function0 ---0 --
14:duckdb.execute8:function0 ---0 --
19:duckdb.read_parquet8:function0 ---0 --
14:duckdb.from_df8:function0 ---0 --4 
10:duckdb.sql8:function0 ---0 --
12:duckdb.query8:function0 ---0 --
14:duckdb.execute8:function0 ---0 --
19:duckdb.read_parquet8:function0 ---0 --0 1 12:duckdb.close0 0 2 
6:<2.0.02:ok5:works-0 -
7:>=2.0.04:hang51:waits for ever where it reads a Parquet or CSV file-0 -0 0 128:keeps one connection for all functions of the module (`duckdb.sql`, `duckdb.execute`), and its threads stay behind in the parent169:Call `duckdb.close()` before the fork, or let the child query a connection of its own (`duckdb.connect()`), or start the workers with the `spawn` or `forkserver` method.-82:After `duckdb.close()` tables that were made with the module's functions are gone.3 50:https://github.com/duckdb/duckdb-python/issues/29247:https://github.com/urban-toolkit/curio/pull/31650:https://duckdb.org/docs/stable/connect/concurrency3 
3:bad106:The module's own connection starts its threads in the parent; the child reads the file and waits for them.376:from multiprocessing import Process

import duckdb

PATH = "/data/sales.parquet"


def total(region):
    print(duckdb.sql(f"SELECT sum(amount) FROM '{PATH}' WHERE region = '{region}'").fetchall())


def main():
    total("north")
    worker = Process(target=total, args=("south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
1 6:duckdb5:2.0.0+4:3.12
4:good90:`duckdb.close()` ends the threads; the child's `duckdb.sql` opens a connection of its own.379:from multiprocessing import Process

import duckdb

PATH = "/data/sales.parquet"


def total(region):
    print(duckdb.sql(f"SELECT sum(amount) FROM '{PATH}' WHERE region = '{region}'").fetchall())


def main():
    total("north")
    duckdb.close()
    worker = Process(target=total, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 6:duckdb5:2.0.0+4:3.12
9:near-miss23:Only the child queries.357:from multiprocessing import Process

import duckdb

PATH = "/data/sales.parquet"


def total(region):
    print(duckdb.sql(f"SELECT sum(amount) FROM '{PATH}' WHERE region = '{region}'").fetchall())


def main():
    print(PATH)
    worker = Process(target=total, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 6:duckdb5:2.0.0+4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
13:elasticsearch23:an Elasticsearch client5:FG1046:python4 13:elasticsearch12:opensearchpy17:elasticsearch_dsl14:opensearch_dsl2 13:elasticsearch13:opensearch-py6:handle-++-50 
33:elasticsearch.Elasticsearch.index6:method0 ---0 --
34:elasticsearch.Elasticsearch.search6:method0 ---0 --
31:elasticsearch.Elasticsearch.get6:method0 ---0 --
32:elasticsearch.Elasticsearch.bulk6:method0 ---0 --
33:elasticsearch.Elasticsearch.count6:method0 ---0 --
32:elasticsearch.Elasticsearch.info6:method0 ---0 --
32:elasticsearch.Elasticsearch.ping6:method0 ---0 --
34:elasticsearch.Elasticsearch.update6:method0 ---0 --
34:elasticsearch.Elasticsearch.delete6:method0 ---0 --
32:elasticsearch.Elasticsearch.mget6:method0 ---0 --
35:elasticsearch.Elasticsearch.msearch6:method0 ---0 --
34:elasticsearch.Elasticsearch.scroll6:method0 ---0 --
34:elasticsearch.Elasticsearch.exists6:method0 ---0 --
34:elasticsearch.Elasticsearch.create6:method0 ---0 --
43:elasticsearch.Elasticsearch.delete_by_query6:method0 ---0 --
43:elasticsearch.Elasticsearch.update_by_query6:method0 ---0 --
35:elasticsearch.Elasticsearch.reindex6:method0 ---0 --
35:elasticsearch.Elasticsearch.explain6:method0 ---0 --
38:elasticsearch.Elasticsearch.get_source6:method0 ---0 --
41:elasticsearch.Elasticsearch.exists_source6:method0 ---0 --
46:elasticsearch.Elasticsearch.open_point_in_time6:method0 ---0 --
42:elasticsearch.Elasticsearch.indices.create6:method0 ---0 --
42:elasticsearch.Elasticsearch.indices.exists6:method0 ---0 --
42:elasticsearch.Elasticsearch.indices.delete6:method0 ---0 --
43:elasticsearch.Elasticsearch.indices.refresh6:method0 ---0 --
39:elasticsearch.Elasticsearch.indices.get6:method0 ---0 --
47:elasticsearch.Elasticsearch.indices.get_mapping6:method0 ---0 --
47:elasticsearch.Elasticsearch.indices.put_mapping6:method0 ---0 --
48:elasticsearch.Elasticsearch.indices.put_settings6:method0 ---0 --
48:elasticsearch.Elasticsearch.indices.put_template6:method0 ---0 --
48:elasticsearch.Elasticsearch.indices.exists_alias6:method0 ---0 --
45:elasticsearch.Elasticsearch.indices.put_alias6:method0 ---0 --
45:elasticsearch.Elasticsearch.indices.get_alias6:method0 ---0 --
41:elasticsearch.Elasticsearch.indices.stats6:method0 ---0 --
42:elasticsearch.Elasticsearch.cluster.health6:method0 ---0 --
41:elasticsearch.Elasticsearch.cluster.stats6:method0 ---0 --
48:elasticsearch.Elasticsearch.cluster.get_settings6:method0 ---0 --
39:elasticsearch.Elasticsearch.cat.indices6:method0 ---0 --
37:elasticsearch.Elasticsearch.cat.count6:method0 ---0 --
47:elasticsearch.Elasticsearch.ingest.put_pipeline6:method0 ---0 --
26:elasticsearch.helpers.bulk8:function1 6:client--+6:client0 --
36:elasticsearch.helpers.streaming_bulk8:function1 6:client--+6:client0 --
35:elasticsearch.helpers.parallel_bulk8:function1 6:client--+6:client0 --
26:elasticsearch.helpers.scan8:function1 6:client--+6:client0 --
29:elasticsearch.helpers.reindex8:function1 6:client--+6:client0 --
32:elasticsearch_dsl.Search.execute6:method0 ---0 --
30:elasticsearch_dsl.Search.count6:method0 ---0 --
29:elasticsearch_dsl.Search.scan6:method0 ---0 --
31:elasticsearch_dsl.Search.delete6:method0 ---0 --
33:elasticsearch_dsl.Search.__iter__6:method0 ---0 --50 
33:elasticsearch.Elasticsearch.index6:method0 ---0 --
34:elasticsearch.Elasticsearch.search6:method0 ---0 --
31:elasticsearch.Elasticsearch.get6:method0 ---0 --
32:elasticsearch.Elasticsearch.bulk6:method0 ---0 --
33:elasticsearch.Elasticsearch.count6:method0 ---0 --
32:elasticsearch.Elasticsearch.info6:method0 ---0 --
32:elasticsearch.Elasticsearch.ping6:method0 ---0 --
34:elasticsearch.Elasticsearch.update6:method0 ---0 --
34:elasticsearch.Elasticsearch.delete6:method0 ---0 --
32:elasticsearch.Elasticsearch.mget6:method0 ---0 --
35:elasticsearch.Elasticsearch.msearch6:method0 ---0 --
34:elasticsearch.Elasticsearch.scroll6:method0 ---0 --
34:elasticsearch.Elasticsearch.exists6:method0 ---0 --
34:elasticsearch.Elasticsearch.create6:method0 ---0 --
43:elasticsearch.Elasticsearch.delete_by_query6:method0 ---0 --
43:elasticsearch.Elasticsearch.update_by_query6:method0 ---0 --
35:elasticsearch.Elasticsearch.reindex6:method0 ---0 --
35:elasticsearch.Elasticsearch.explain6:method0 ---0 --
38:elasticsearch.Elasticsearch.get_source6:method0 ---0 --
41:elasticsearch.Elasticsearch.exists_source6:method0 ---0 --
46:elasticsearch.Elasticsearch.open_point_in_time6:method0 ---0 --
42:elasticsearch.Elasticsearch.indices.create6:method0 ---0 --
42:elasticsearch.Elasticsearch.indices.exists6:method0 ---0 --
42:elasticsearch.Elasticsearch.indices.delete6:method0 ---0 --
43:elasticsearch.Elasticsearch.indices.refresh6:method0 ---0 --
39:elasticsearch.Elasticsearch.indices.get6:method0 ---0 --
47:elasticsearch.Elasticsearch.indices.get_mapping6:method0 ---0 --
47:elasticsearch.Elasticsearch.indices.put_mapping6:method0 ---0 --
48:elasticsearch.Elasticsearch.indices.put_settings6:method0 ---0 --
48:elasticsearch.Elasticsearch.indices.put_template6:method0 ---0 --
48:elasticsearch.Elasticsearch.indices.exists_alias6:method0 ---0 --
45:elasticsearch.Elasticsearch.indices.put_alias6:method0 ---0 --
45:elasticsearch.Elasticsearch.indices.get_alias6:method0 ---0 --
41:elasticsearch.Elasticsearch.indices.stats6:method0 ---0 --
42:elasticsearch.Elasticsearch.cluster.health6:method0 ---0 --
41:elasticsearch.Elasticsearch.cluster.stats6:method0 ---0 --
48:elasticsearch.Elasticsearch.cluster.get_settings6:method0 ---0 --
39:elasticsearch.Elasticsearch.cat.indices6:method0 ---0 --
37:elasticsearch.Elasticsearch.cat.count6:method0 ---0 --
47:elasticsearch.Elasticsearch.ingest.put_pipeline6:method0 ---0 --
26:elasticsearch.helpers.bulk8:function1 6:client--+6:client0 --
36:elasticsearch.helpers.streaming_bulk8:function1 6:client--+6:client0 --
35:elasticsearch.helpers.parallel_bulk8:function1 6:client--+6:client0 --
26:elasticsearch.helpers.scan8:function1 6:client--+6:client0 --
29:elasticsearch.helpers.reindex8:function1 6:client--+6:client0 --
32:elasticsearch_dsl.Search.execute6:method0 ---0 --
30:elasticsearch_dsl.Search.count6:method0 ---0 --
29:elasticsearch_dsl.Search.scan6:method0 ---0 --
31:elasticsearch_dsl.Search.delete6:method0 ---0 --
33:elasticsearch_dsl.Search.__iter__6:method0 ---0 --0 3 33:elasticsearch.Elasticsearch.close36:elasticsearch.Elasticsearch.__exit__43:elasticsearch.Elasticsearch.transport.close8 24:elasticsearch.dsl.Search24:elasticsearch_dsl.Search21:opensearch_dsl.Search24:elasticsearch_dsl.Search23:opensearchpy.OpenSearch27:elasticsearch.Elasticsearch19:opensearchpy.Search24:elasticsearch_dsl.Search25:opensearchpy.helpers.bulk26:elasticsearch.helpers.bulk34:opensearchpy.helpers.parallel_bulk35:elasticsearch.helpers.parallel_bulk25:opensearchpy.helpers.scan26:elasticsearch.helpers.scan35:opensearchpy.helpers.streaming_bulk36:elasticsearch.helpers.streaming_bulk15 27:elasticsearch.Elasticsearch27:elasticsearch.Elasticsearch35:elasticsearch.Elasticsearch.options4:self24:elasticsearch_dsl.Search24:elasticsearch_dsl.Search32:elasticsearch_dsl.Search.exclude4:self30:elasticsearch_dsl.Search.extra4:self31:elasticsearch_dsl.Search.filter4:self34:elasticsearch_dsl.Search.highlight4:self30:elasticsearch_dsl.Search.index4:self31:elasticsearch_dsl.Search.params4:self36:elasticsearch_dsl.Search.post_filter4:self30:elasticsearch_dsl.Search.query4:self29:elasticsearch_dsl.Search.sort4:self31:elasticsearch_dsl.Search.source4:self32:elasticsearch_dsl.Search.suggest4:self41:elasticsearch_dsl.Search.update_from_dict4:self1 
0:9:uncertain122:may read the answer to another process's request, or wait for ever for its own, where two of them use a connection at once-0 -0 0 104:keeps open connections to the nodes for the next request, and a fork hands the same sockets to the child116:Make the client in the child, in the worker's function or in its initializer; or close the parent's before the fork.-33:Each process connects for itself.2 69:https://github.com/elastic/elasticsearch-py/blob/5.1.0/docs/index.rst78:https://github.com/elastic/elasticsearch-py/blob/v7.17.9/docs/sphinx/index.rst3 
3:bad123:Asking for the index leaves an open connection in the client, and the four workers send their documents through it at once.391:from multiprocessing import Pool

from elasticsearch import Elasticsearch, helpers

client = Elasticsearch("http://localhost:9200")


def load(documents):
    helpers.bulk(client, documents)


if __name__ == "__main__":
    if not client.indices.exists(index="items"):
        client.indices.create(index="items")
    with Pool(4) as pool:  # warning: FG104
        pool.map(load, [[], []])
0 +4:3.12
4:good38:Each worker makes a client of its own.426:from multiprocessing import Pool

from elasticsearch import Elasticsearch, helpers

client = None


def connect():
    global client
    client = Elasticsearch("http://localhost:9200")


def load(documents):
    helpers.bulk(client, documents)


if __name__ == "__main__":
    Elasticsearch("http://localhost:9200").indices.create(index="items")
    with Pool(4, initializer=connect) as pool:
        pool.map(load, [[], []])
0 +4:3.12
9:near-miss85:The parent has sent nothing before the fork, so there is no open connection to share.279:from multiprocessing import Pool

from elasticsearch import Elasticsearch, helpers

client = Elasticsearch("http://localhost:9200")


def load(documents):
    helpers.bulk(client, documents)


if __name__ == "__main__":
    with Pool(4) as pool:
        pool.map(load, [[], []])
0 +4:3.12-0 0 0 1 24:elasticsearch_dsl.Search5:using0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
20:event-loop-of-thread35:an event loop that runs in a thread5:FG1056:python1 7:asyncio1 6:python6:handle-++-1 
37:asyncio.AbstractEventLoop.run_forever6:method0 ---0 +-1 
32:asyncio.run_coroutine_threadsafe8:function2 4:coro4:loop--+4:loop0 --0 0 0 2 22:asyncio.get_event_loop25:asyncio.AbstractEventLoop22:asyncio.new_event_loop25:asyncio.AbstractEventLoop1 
0:4:hang61:waits for ever for the result of a coroutine that nobody runs-0 -0 0 102:is run by a thread that stays behind in the parent; the child's copy of the loop believes that it runs99:Start the loop's thread in the child, or start the workers with the `spawn` or `forkserver` method.+93:the thread that runs the loop is started in the parent alone: start it where the child begins90:Each child has a thread and a loop of its own; a spawned worker imports its modules again.2 84:https://docs.python.org/3/library/asyncio-task.html#asyncio.run_coroutine_threadsafe44:https://github.com/lancedb/lancedb/pull/33393 
3:bad84:The loop's thread runs in the parent alone; the child hands its coroutine to nobody.411:import asyncio
import threading
from multiprocessing import Process

loop = asyncio.new_event_loop()


async def answer():
    return 42


def ask():
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


if __name__ == "__main__":
    threading.Thread(target=loop.run_forever, daemon=True).start()
    ask()
    worker = Process(target=ask)
    worker.start()  # error: FG105
    worker.join()
0 +4:3.12
4:good35:The child starts a loop of its own.453:import asyncio
import threading
from multiprocessing import Process

loop = asyncio.new_event_loop()


async def answer():
    return 42


def ask():
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


def ask_alone():
    print(asyncio.run(answer()))


if __name__ == "__main__":
    threading.Thread(target=loop.run_forever, daemon=True).start()
    ask()
    worker = Process(target=ask_alone)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss47:The thread starts in the child, after the fork.385:import asyncio
import threading
from multiprocessing import Process

loop = asyncio.new_event_loop()


async def answer():
    return 42


def ask():
    threading.Thread(target=loop.run_forever, daemon=True).start()
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


if __name__ == "__main__":
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:faiss5:Faiss5:FG1026:python1 5:faiss1 9:faiss-cpu7:process-++-24 
24:faiss.IndexFlatL2.search6:method0 ---0 --
24:faiss.IndexFlatIP.search6:method0 ---0 --
22:faiss.IndexFlat.search6:method0 ---0 --
25:faiss.IndexIVFFlat.search6:method0 ---0 --
23:faiss.IndexIVFPQ.search6:method0 ---0 --
26:faiss.IndexHNSWFlat.search6:method0 ---0 --
20:faiss.IndexPQ.search6:method0 ---0 --
23:faiss.IndexIDMap.search6:method0 ---0 --
24:faiss.IndexIDMap2.search6:method0 ---0 --
33:faiss.IndexScalarQuantizer.search6:method0 ---0 --
28:faiss.IndexRefineFlat.search6:method0 ---0 --
18:faiss.Index.search6:method0 ---0 --
30:faiss.IndexFlatL2.range_search6:method0 ---0 --
30:faiss.IndexFlatIP.range_search6:method0 ---0 --
28:faiss.IndexFlat.range_search6:method0 ---0 --
24:faiss.IndexIVFFlat.train6:method0 ---0 --
22:faiss.IndexIVFPQ.train6:method0 ---0 --
19:faiss.IndexPQ.train6:method0 ---0 --
17:faiss.Index.train6:method0 ---0 --
23:faiss.IndexHNSWFlat.add6:method0 ---0 --
22:faiss.IndexIVFFlat.add6:method0 ---0 --
20:faiss.IndexIVFPQ.add6:method0 ---0 --
15:faiss.Index.add6:method0 ---0 --
18:faiss.Kmeans.train6:method0 ---0 --0 0 1 25:faiss.omp_set_num_threads0 16 15:faiss.IndexFlat15:faiss.IndexFlat17:faiss.IndexFlatIP17:faiss.IndexFlatIP17:faiss.IndexFlatL217:faiss.IndexFlatL219:faiss.IndexHNSWFlat19:faiss.IndexHNSWFlat16:faiss.IndexIDMap16:faiss.IndexIDMap17:faiss.IndexIDMap217:faiss.IndexIDMap218:faiss.IndexIVFFlat18:faiss.IndexIVFFlat16:faiss.IndexIVFPQ16:faiss.IndexIVFPQ13:faiss.IndexPQ13:faiss.IndexPQ21:faiss.IndexRefineFlat21:faiss.IndexRefineFlat26:faiss.IndexScalarQuantizer26:faiss.IndexScalarQuantizer12:faiss.Kmeans12:faiss.Kmeans17:faiss.clone_index11:faiss.Index23:faiss.deserialize_index11:faiss.Index19:faiss.index_factory11:faiss.Index16:faiss.read_index11:faiss.Index1 
0:4:hang20:hangs without a word-0 -0 0 121:runs its searches and its training on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent173:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children; `faiss.omp_set_num_threads(1)` before the first search starts no threads.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 53:https://github.com/facebookresearch/faiss/issues/212677:https://github.com/facebookresearch/faiss/wiki/Threads-and-asynchronous-calls3 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.391:from multiprocessing import Process

import faiss
import numpy as np


def work():
    vectors = np.random.rand(5000, 64).astype("float32")
    index = faiss.IndexFlatL2(64)
    index.add(vectors)
    print(index.search(vectors[:200], 5))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.400:from multiprocessing import get_context

import faiss
import numpy as np


def work():
    vectors = np.random.rand(5000, 64).astype("float32")
    index = faiss.IndexFlatL2(64)
    index.add(vectors)
    print(index.search(vectors[:200], 5))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.364:from multiprocessing import Process

import faiss
import numpy as np


def work():
    vectors = np.random.rand(5000, 64).astype("float32")
    index = faiss.IndexFlatL2(64)
    index.add(vectors)
    print(index.search(vectors[:200], 5))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 1 25:faiss.omp_set_num_threads0 0 0 -0 ---0 
15:foundation-lock20:a lock of Foundation5:FG1055:swift1 10:Foundation1 25:swift-corelibs-foundation6:handle-++-2 
22:Foundation.NSLock.lock6:method0 ---0 --
31:Foundation.NSRecursiveLock.lock6:method0 ---0 --4 
22:Foundation.NSLock.lock6:method0 ---0 --
31:Foundation.NSRecursiveLock.lock6:method0 ---0 --
26:Foundation.NSLock.withLock6:method0 ---0 --
35:Foundation.NSRecursiveLock.withLock6:method0 ---0 --0 2 24:Foundation.NSLock.unlock33:Foundation.NSRecursiveLock.unlock0 2 17:Foundation.NSLock17:Foundation.NSLock26:Foundation.NSRecursiveLock26:Foundation.NSRecursiveLock1 
0:4:hang58:waits for ever for a lock that its parent held at the fork-0 -0 0 105:is copied as it is, held or free, and nobody in the child can release what another process's thread holds70:Release the lock before the fork, or give the child a lock of its own.-72:What the lock protects must be safe to leave for the moment of the fork.2 68:https://pubs.opengroup.org/onlinepubs/9699919799/functions/fork.html96:https://github.com/swiftlang/swift-corelibs-foundation/blob/main/Sources/Foundation/NSLock.swift4 
3:bad69:The process forks while it holds the lock, and the child asks for it.305:import Foundation

let lock = NSLock()
var seen: [String] = []

func record(_ name: String) {
    lock.lock()
    seen.append(name)
    lock.unlock()
}

lock.lock()
let pid = fork()  // error: FG105
if pid == 0 {
    record("child")
    _exit(0)
}
seen.append("parent")
lock.unlock()
waitpid(pid, nil, 0)
0 -
4:good40:The lock is free when the process forks.288:import Foundation

let lock = NSLock()
var seen: [String] = []

func record(_ name: String) {
    lock.lock()
    seen.append(name)
    lock.unlock()
}

let pid = fork()
if pid == 0 {
    record("child")
    _exit(0)
}
lock.lock()
seen.append("parent")
lock.unlock()
waitpid(pid, nil, 0)
0 -
9:near-miss32:The child has a lock of its own.323:import Foundation

let lock = NSLock()
var seen: [String] = []

func record(_ name: String) {
    lock.lock()
    seen.append(name)
    lock.unlock()
}

lock.lock()
let pid = fork()
if pid == 0 {
    let own = NSLock()
    own.lock()
    own.unlock()
    _exit(0)
}
seen.append("parent")
lock.unlock()
waitpid(pid, nil, 0)
0 -
3:bad104:A recursive lock is held by a thread, and the child's is another one, though it forked while it held it.193:import Foundation

let lock = NSRecursiveLock()

lock.lock()
let pid = fork()  // error: FG105
if pid == 0 {
    lock.lock()
    lock.unlock()
    _exit(0)
}
lock.unlock()
waitpid(pid, nil, 0)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
18:foundation-process20:Foundation's Process5:FG1055:swift1 10:Foundation1 25:swift-corelibs-foundation7:process-++-2 
22:Foundation.Process.run6:method0 ---0 --
25:Foundation.Process.launch6:method0 ---0 --0 0 0 0 1 18:Foundation.Process18:Foundation.Process1 
0:4:hang54:starts the program, and `waitUntilExit` waits for ever-0 -0 0 96:watches its programs from one thread of the process, and a fork leaves that behind in the parent75:Fork before the first `Process` is run, or call `posix_spawn` in the child.-65:`posix_spawn` and `waitpid` take C arrays and give a wait status.1 97:https://github.com/swiftlang/swift-corelibs-foundation/blob/main/Sources/Foundation/Process.swift3 
3:bad94:The parent's first program started the thread that watches them all; in the child nobody does.293:import Foundation

func run(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    try process.run()
    process.waitUntilExit()
}

try run("/bin/true")
if fork() == 0 {  // error: FG105
    try run("/bin/true")
    exit(0)
}
wait(nil)
0 -
4:good49:The child forks before the parent runs a program.276:import Foundation

func run(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    try process.run()
    process.waitUntilExit()
}

if fork() == 0 {
    try run("/bin/true")
    exit(0)
}
try run("/bin/true")
wait(nil)
0 -
9:near-miss37:The child becomes the program itself.363:import Foundation

func run(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    try process.run()
    process.waitUntilExit()
}

try run("/bin/true")
if fork() == 0 {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    execv("/bin/true", &arguments)
    _exit(127)
}
wait(nil)
0 -+15:dispatch-events0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
6:fsspec21:an fsspec file system5:FG1046:python4 6:fsspec4:s3fs5:gcsfs5:adlfs1 6:fsspec6:handle-++-22 
17:s3fs.S3FileSystem11:constructor0 ---0 --
19:gcsfs.GCSFileSystem11:constructor0 ---0 --
25:adlfs.AzureBlobFileSystem11:constructor0 ---0 --
42:fsspec.implementations.http.HTTPFileSystem11:constructor0 ---0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 2:s3--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 3:s3a--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 2:gs--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 3:gcs--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 4:abfs--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 5:abfss--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 2:az--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 4:http--0 --
17:fsspec.filesystem8:function1 8:protocol+8:protocol5 2 5:https--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 5:s3://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 6:s3a://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 5:gs://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 6:gcs://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 7:abfs://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 8:abfss://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 5:az://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 7:http://--0 --
21:fsspec.core.url_to_fs8:function1 3:url+3:url6 8:https://--0 --255 
22:s3fs.S3FileSystem.open6:method0 ---0 --
20:s3fs.S3FileSystem.ls6:method0 ---0 --
22:s3fs.S3FileSystem.info6:method0 ---0 --
24:s3fs.S3FileSystem.exists6:method0 ---0 --
22:s3fs.S3FileSystem.glob6:method0 ---0 --
22:s3fs.S3FileSystem.find6:method0 ---0 --
22:s3fs.S3FileSystem.walk6:method0 ---0 --
20:s3fs.S3FileSystem.du6:method0 ---0 --
23:s3fs.S3FileSystem.isdir6:method0 ---0 --
24:s3fs.S3FileSystem.isfile6:method0 ---0 --
21:s3fs.S3FileSystem.cat6:method0 ---0 --
26:s3fs.S3FileSystem.cat_file6:method0 ---0 --
28:s3fs.S3FileSystem.cat_ranges6:method0 ---0 --
21:s3fs.S3FileSystem.get6:method0 ---0 --
26:s3fs.S3FileSystem.get_file6:method0 ---0 --
21:s3fs.S3FileSystem.put6:method0 ---0 --
26:s3fs.S3FileSystem.put_file6:method0 ---0 --
22:s3fs.S3FileSystem.pipe6:method0 ---0 --
27:s3fs.S3FileSystem.pipe_file6:method0 ---0 --
20:s3fs.S3FileSystem.rm6:method0 ---0 --
25:s3fs.S3FileSystem.rm_file6:method0 ---0 --
22:s3fs.S3FileSystem.copy6:method0 ---0 --
25:s3fs.S3FileSystem.cp_file6:method0 ---0 --
20:s3fs.S3FileSystem.mv6:method0 ---0 --
23:s3fs.S3FileSystem.mkdir6:method0 ---0 --
26:s3fs.S3FileSystem.makedirs6:method0 ---0 --
23:s3fs.S3FileSystem.touch6:method0 ---0 --
22:s3fs.S3FileSystem.size6:method0 ---0 --
23:s3fs.S3FileSystem.sizes6:method0 ---0 --
29:s3fs.S3FileSystem.expand_path6:method0 ---0 --
24:gcsfs.GCSFileSystem.open6:method0 ---0 --
22:gcsfs.GCSFileSystem.ls6:method0 ---0 --
24:gcsfs.GCSFileSystem.info6:method0 ---0 --
26:gcsfs.GCSFileSystem.exists6:method0 ---0 --
24:gcsfs.GCSFileSystem.glob6:method0 ---0 --
24:gcsfs.GCSFileSystem.find6:method0 ---0 --
24:gcsfs.GCSFileSystem.walk6:method0 ---0 --
22:gcsfs.GCSFileSystem.du6:method0 ---0 --
25:gcsfs.GCSFileSystem.isdir6:method0 ---0 --
26:gcsfs.GCSFileSystem.isfile6:method0 ---0 --
23:gcsfs.GCSFileSystem.cat6:method0 ---0 --
28:gcsfs.GCSFileSystem.cat_file6:method0 ---0 --
30:gcsfs.GCSFileSystem.cat_ranges6:method0 ---0 --
23:gcsfs.GCSFileSystem.get6:method0 ---0 --
28:gcsfs.GCSFileSystem.get_file6:method0 ---0 --
23:gcsfs.GCSFileSystem.put6:method0 ---0 --
28:gcsfs.GCSFileSystem.put_file6:method0 ---0 --
24:gcsfs.GCSFileSystem.pipe6:method0 ---0 --
29:gcsfs.GCSFileSystem.pipe_file6:method0 ---0 --
22:gcsfs.GCSFileSystem.rm6:method0 ---0 --
27:gcsfs.GCSFileSystem.rm_file6:method0 ---0 --
24:gcsfs.GCSFileSystem.copy6:method0 ---0 --
27:gcsfs.GCSFileSystem.cp_file6:method0 ---0 --
22:gcsfs.GCSFileSystem.mv6:method0 ---0 --
25:gcsfs.GCSFileSystem.mkdir6:method0 ---0 --
28:gcsfs.GCSFileSystem.makedirs6:method0 ---0 --
25:gcsfs.GCSFileSystem.touch6:method0 ---0 --
24:gcsfs.GCSFileSystem.size6:method0 ---0 --
25:gcsfs.GCSFileSystem.sizes6:method0 ---0 --
31:gcsfs.GCSFileSystem.expand_path6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.open6:method0 ---0 --
28:adlfs.AzureBlobFileSystem.ls6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.info6:method0 ---0 --
32:adlfs.AzureBlobFileSystem.exists6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.glob6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.find6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.walk6:method0 ---0 --
28:adlfs.AzureBlobFileSystem.du6:method0 ---0 --
31:adlfs.AzureBlobFileSystem.isdir6:method0 ---0 --
32:adlfs.AzureBlobFileSystem.isfile6:method0 ---0 --
29:adlfs.AzureBlobFileSystem.cat6:method0 ---0 --
34:adlfs.AzureBlobFileSystem.cat_file6:method0 ---0 --
36:adlfs.AzureBlobFileSystem.cat_ranges6:method0 ---0 --
29:adlfs.AzureBlobFileSystem.get6:method0 ---0 --
34:adlfs.AzureBlobFileSystem.get_file6:method0 ---0 --
29:adlfs.AzureBlobFileSystem.put6:method0 ---0 --
34:adlfs.AzureBlobFileSystem.put_file6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.pipe6:method0 ---0 --
35:adlfs.AzureBlobFileSystem.pipe_file6:method0 ---0 --
28:adlfs.AzureBlobFileSystem.rm6:method0 ---0 --
33:adlfs.AzureBlobFileSystem.rm_file6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.copy6:method0 ---0 --
33:adlfs.AzureBlobFileSystem.cp_file6:method0 ---0 --
28:adlfs.AzureBlobFileSystem.mv6:method0 ---0 --
31:adlfs.AzureBlobFileSystem.mkdir6:method0 ---0 --
34:adlfs.AzureBlobFileSystem.makedirs6:method0 ---0 --
31:adlfs.AzureBlobFileSystem.touch6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.size6:method0 ---0 --
31:adlfs.AzureBlobFileSystem.sizes6:method0 ---0 --
37:adlfs.AzureBlobFileSystem.expand_path6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.open6:method0 ---0 --
45:fsspec.implementations.http.HTTPFileSystem.ls6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.info6:method0 ---0 --
49:fsspec.implementations.http.HTTPFileSystem.exists6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.glob6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.find6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.walk6:method0 ---0 --
45:fsspec.implementations.http.HTTPFileSystem.du6:method0 ---0 --
48:fsspec.implementations.http.HTTPFileSystem.isdir6:method0 ---0 --
49:fsspec.implementations.http.HTTPFileSystem.isfile6:method0 ---0 --
46:fsspec.implementations.http.HTTPFileSystem.cat6:method0 ---0 --
51:fsspec.implementations.http.HTTPFileSystem.cat_file6:method0 ---0 --
53:fsspec.implementations.http.HTTPFileSystem.cat_ranges6:method0 ---0 --
46:fsspec.implementations.http.HTTPFileSystem.get6:method0 ---0 --
51:fsspec.implementations.http.HTTPFileSystem.get_file6:method0 ---0 --
46:fsspec.implementations.http.HTTPFileSystem.put6:method0 ---0 --
51:fsspec.implementations.http.HTTPFileSystem.put_file6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.pipe6:method0 ---0 --
52:fsspec.implementations.http.HTTPFileSystem.pipe_file6:method0 ---0 --
45:fsspec.implementations.http.HTTPFileSystem.rm6:method0 ---0 --
50:fsspec.implementations.http.HTTPFileSystem.rm_file6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.copy6:method0 ---0 --
50:fsspec.implementations.http.HTTPFileSystem.cp_file6:method0 ---0 --
45:fsspec.implementations.http.HTTPFileSystem.mv6:method0 ---0 --
48:fsspec.implementations.http.HTTPFileSystem.mkdir6:method0 ---0 --
51:fsspec.implementations.http.HTTPFileSystem.makedirs6:method0 ---0 --
48:fsspec.implementations.http.HTTPFileSystem.touch6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.size6:method0 ---0 --
48:fsspec.implementations.http.HTTPFileSystem.sizes6:method0 ---0 --
54:fsspec.implementations.http.HTTPFileSystem.expand_path6:method0 ---0 --
30:fsspec.AbstractFileSystem.open6:method0 ---0 --
28:fsspec.AbstractFileSystem.ls6:method0 ---0 --
30:fsspec.AbstractFileSystem.info6:method0 ---0 --
32:fsspec.AbstractFileSystem.exists6:method0 ---0 --
30:fsspec.AbstractFileSystem.glob6:method0 ---0 --
30:fsspec.AbstractFileSystem.find6:method0 ---0 --
30:fsspec.AbstractFileSystem.walk6:method0 ---0 --
28:fsspec.AbstractFileSystem.du6:method0 ---0 --
31:fsspec.AbstractFileSystem.isdir6:method0 ---0 --
32:fsspec.AbstractFileSystem.isfile6:method0 ---0 --
29:fsspec.AbstractFileSystem.cat6:method0 ---0 --
34:fsspec.AbstractFileSystem.cat_file6:method0 ---0 --
36:fsspec.AbstractFileSystem.cat_ranges6:method0 ---0 --
29:fsspec.AbstractFileSystem.get6:method0 ---0 --
34:fsspec.AbstractFileSystem.get_file6:method0 ---0 --
29:fsspec.AbstractFileSystem.put6:method0 ---0 --
34:fsspec.AbstractFileSystem.put_file6:method0 ---0 --
30:fsspec.AbstractFileSystem.pipe6:method0 ---0 --
35:fsspec.AbstractFileSystem.pipe_file6:method0 ---0 --
28:fsspec.AbstractFileSystem.rm6:method0 ---0 --
33:fsspec.AbstractFileSystem.rm_file6:method0 ---0 --
30:fsspec.AbstractFileSystem.copy6:method0 ---0 --
33:fsspec.AbstractFileSystem.cp_file6:method0 ---0 --
28:fsspec.AbstractFileSystem.mv6:method0 ---0 --
31:fsspec.AbstractFileSystem.mkdir6:method0 ---0 --
34:fsspec.AbstractFileSystem.makedirs6:method0 ---0 --
31:fsspec.AbstractFileSystem.touch6:method0 ---0 --
30:fsspec.AbstractFileSystem.size6:method0 ---0 --
31:fsspec.AbstractFileSystem.sizes6:method0 ---0 --
37:fsspec.AbstractFileSystem.expand_path6:method0 ---0 --
26:s3fs.S3FileSystem.checksum6:method0 ---0 --
20:s3fs.S3FileSystem.cp6:method0 ---0 --
24:s3fs.S3FileSystem.delete6:method0 ---0 --
28:s3fs.S3FileSystem.disk_usage6:method0 ---0 --
26:s3fs.S3FileSystem.download6:method0 ---0 --
22:s3fs.S3FileSystem.head6:method0 ---0 --
25:s3fs.S3FileSystem.lexists6:method0 ---0 --
25:s3fs.S3FileSystem.listdir6:method0 ---0 --
25:s3fs.S3FileSystem.makedir6:method0 ---0 --
24:s3fs.S3FileSystem.mkdirs6:method0 ---0 --
22:s3fs.S3FileSystem.move6:method0 ---0 --
28:s3fs.S3FileSystem.read_block6:method0 ---0 --
28:s3fs.S3FileSystem.read_bytes6:method0 ---0 --
27:s3fs.S3FileSystem.read_text6:method0 ---0 --
24:s3fs.S3FileSystem.rename6:method0 ---0 --
22:s3fs.S3FileSystem.stat6:method0 ---0 --
22:s3fs.S3FileSystem.tail6:method0 ---0 --
22:s3fs.S3FileSystem.tree6:method0 ---0 --
24:s3fs.S3FileSystem.upload6:method0 ---0 --
29:s3fs.S3FileSystem.write_bytes6:method0 ---0 --
28:s3fs.S3FileSystem.write_text6:method0 ---0 --
28:gcsfs.GCSFileSystem.checksum6:method0 ---0 --
22:gcsfs.GCSFileSystem.cp6:method0 ---0 --
26:gcsfs.GCSFileSystem.delete6:method0 ---0 --
30:gcsfs.GCSFileSystem.disk_usage6:method0 ---0 --
28:gcsfs.GCSFileSystem.download6:method0 ---0 --
24:gcsfs.GCSFileSystem.head6:method0 ---0 --
27:gcsfs.GCSFileSystem.lexists6:method0 ---0 --
27:gcsfs.GCSFileSystem.listdir6:method0 ---0 --
27:gcsfs.GCSFileSystem.makedir6:method0 ---0 --
26:gcsfs.GCSFileSystem.mkdirs6:method0 ---0 --
24:gcsfs.GCSFileSystem.move6:method0 ---0 --
30:gcsfs.GCSFileSystem.read_block6:method0 ---0 --
30:gcsfs.GCSFileSystem.read_bytes6:method0 ---0 --
29:gcsfs.GCSFileSystem.read_text6:method0 ---0 --
26:gcsfs.GCSFileSystem.rename6:method0 ---0 --
24:gcsfs.GCSFileSystem.stat6:method0 ---0 --
24:gcsfs.GCSFileSystem.tail6:method0 ---0 --
24:gcsfs.GCSFileSystem.tree6:method0 ---0 --
26:gcsfs.GCSFileSystem.upload6:method0 ---0 --
31:gcsfs.GCSFileSystem.write_bytes6:method0 ---0 --
30:gcsfs.GCSFileSystem.write_text6:method0 ---0 --
34:adlfs.AzureBlobFileSystem.checksum6:method0 ---0 --
28:adlfs.AzureBlobFileSystem.cp6:method0 ---0 --
32:adlfs.AzureBlobFileSystem.delete6:method0 ---0 --
36:adlfs.AzureBlobFileSystem.disk_usage6:method0 ---0 --
34:adlfs.AzureBlobFileSystem.download6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.head6:method0 ---0 --
33:adlfs.AzureBlobFileSystem.lexists6:method0 ---0 --
33:adlfs.AzureBlobFileSystem.listdir6:method0 ---0 --
33:adlfs.AzureBlobFileSystem.makedir6:method0 ---0 --
32:adlfs.AzureBlobFileSystem.mkdirs6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.move6:method0 ---0 --
36:adlfs.AzureBlobFileSystem.read_block6:method0 ---0 --
36:adlfs.AzureBlobFileSystem.read_bytes6:method0 ---0 --
35:adlfs.AzureBlobFileSystem.read_text6:method0 ---0 --
32:adlfs.AzureBlobFileSystem.rename6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.stat6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.tail6:method0 ---0 --
30:adlfs.AzureBlobFileSystem.tree6:method0 ---0 --
32:adlfs.AzureBlobFileSystem.upload6:method0 ---0 --
37:adlfs.AzureBlobFileSystem.write_bytes6:method0 ---0 --
36:adlfs.AzureBlobFileSystem.write_text6:method0 ---0 --
51:fsspec.implementations.http.HTTPFileSystem.checksum6:method0 ---0 --
45:fsspec.implementations.http.HTTPFileSystem.cp6:method0 ---0 --
49:fsspec.implementations.http.HTTPFileSystem.delete6:method0 ---0 --
53:fsspec.implementations.http.HTTPFileSystem.disk_usage6:method0 ---0 --
51:fsspec.implementations.http.HTTPFileSystem.download6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.head6:method0 ---0 --
50:fsspec.implementations.http.HTTPFileSystem.lexists6:method0 ---0 --
50:fsspec.implementations.http.HTTPFileSystem.listdir6:method0 ---0 --
50:fsspec.implementations.http.HTTPFileSystem.makedir6:method0 ---0 --
49:fsspec.implementations.http.HTTPFileSystem.mkdirs6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.move6:method0 ---0 --
53:fsspec.implementations.http.HTTPFileSystem.read_block6:method0 ---0 --
53:fsspec.implementations.http.HTTPFileSystem.read_bytes6:method0 ---0 --
52:fsspec.implementations.http.HTTPFileSystem.read_text6:method0 ---0 --
49:fsspec.implementations.http.HTTPFileSystem.rename6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.stat6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.tail6:method0 ---0 --
47:fsspec.implementations.http.HTTPFileSystem.tree6:method0 ---0 --
49:fsspec.implementations.http.HTTPFileSystem.upload6:method0 ---0 --
54:fsspec.implementations.http.HTTPFileSystem.write_bytes6:method0 ---0 --
53:fsspec.implementations.http.HTTPFileSystem.write_text6:method0 ---0 --
34:fsspec.AbstractFileSystem.checksum6:method0 ---0 --
28:fsspec.AbstractFileSystem.cp6:method0 ---0 --
32:fsspec.AbstractFileSystem.delete6:method0 ---0 --
36:fsspec.AbstractFileSystem.disk_usage6:method0 ---0 --
34:fsspec.AbstractFileSystem.download6:method0 ---0 --
30:fsspec.AbstractFileSystem.head6:method0 ---0 --
33:fsspec.AbstractFileSystem.lexists6:method0 ---0 --
33:fsspec.AbstractFileSystem.listdir6:method0 ---0 --
33:fsspec.AbstractFileSystem.makedir6:method0 ---0 --
32:fsspec.AbstractFileSystem.mkdirs6:method0 ---0 --
30:fsspec.AbstractFileSystem.move6:method0 ---0 --
36:fsspec.AbstractFileSystem.read_block6:method0 ---0 --
36:fsspec.AbstractFileSystem.read_bytes6:method0 ---0 --
35:fsspec.AbstractFileSystem.read_text6:method0 ---0 --
32:fsspec.AbstractFileSystem.rename6:method0 ---0 --
30:fsspec.AbstractFileSystem.stat6:method0 ---0 --
30:fsspec.AbstractFileSystem.tail6:method0 ---0 --
30:fsspec.AbstractFileSystem.tree6:method0 ---0 --
32:fsspec.AbstractFileSystem.upload6:method0 ---0 --
37:fsspec.AbstractFileSystem.write_bytes6:method0 ---0 --
36:fsspec.AbstractFileSystem.write_text6:method0 ---0 --0 0 4 30:adlfs.spec.AzureBlobFileSystem25:adlfs.AzureBlobFileSystem16:fsspec.url_to_fs21:fsspec.core.url_to_fs24:gcsfs.core.GCSFileSystem19:gcsfs.GCSFileSystem22:s3fs.core.S3FileSystem17:s3fs.S3FileSystem4 41:fsspec.core.FileSystemAndPath.__getitem__25:fsspec.AbstractFileSystem38:fsspec.core.FileSystemAndPath.__next__25:fsspec.AbstractFileSystem21:fsspec.core.url_to_fs29:fsspec.core.FileSystemAndPath17:fsspec.filesystem25:fsspec.AbstractFileSystem1 
0:5:error51:dies of `RuntimeError: This class is not fork-safe`-0 -0 0 149:does its input and output on an event loop in a thread, which a fork leaves behind in the parent, and every object remembers the process that made it144:Make the file system in the child, in the worker's function or in its initializer; `s3fs.S3FileSystem()` and `fsspec.open` there make a new one.-56:Each process connects for itself and lists folders anew.5 88:https://filesystem-spec.readthedocs.io/en/latest/api.html#fsspec.spec.AbstractFileSystem52:https://github.com/fsspec/filesystem_spec/issues/75541:https://github.com/fsspec/s3fs/issues/88968:https://github.com/fsspec/filesystem_spec/blob/master/fsspec/asyn.py59:https://filesystem-spec.readthedocs.io/en/latest/async.html4 
3:bad80:The parent lists the folder, and the children ask its file system for the sizes.271:from multiprocessing import Pool

import s3fs

fs = s3fs.S3FileSystem()


def size(path):
    return fs.info(path)["size"]


if __name__ == "__main__":
    paths = fs.ls("bucket/events")
    with Pool(4) as pool:  # error: FG104
        print(sum(pool.map(size, paths)))
0 +4:3.12
4:good89:Each call has a file system of its own; the cache of instances is empty in a new process.284:from multiprocessing import Pool

import s3fs

fs = s3fs.S3FileSystem()


def size(path):
    fs = s3fs.S3FileSystem()
    return fs.info(path)["size"]


if __name__ == "__main__":
    paths = fs.ls("bucket/events")
    with Pool(4) as pool:
        print(sum(pool.map(size, paths)))
0 +4:3.12
9:near-miss34:The local file system has no loop.240:from multiprocessing import Pool

import fsspec

fs = fsspec.filesystem("file")


def size(path):
    return fs.info(path)["size"]


if __name__ == "__main__":
    with Pool(4) as pool:
        print(sum(pool.map(size, fs.ls("/var/log"))))
0 +4:3.12
3:bad83:`fsspec.filesystem` makes the same objects, and a task of Celery inherits this one.247:import fsspec
from celery import Celery

app = Celery("tasks", broker="redis://localhost")  # error: FG104
fs = fsspec.filesystem("gs")


@app.task
def upload(name, data):
    with fs.open(f"bucket/{name}", "wb") as file:
        file.write(data)
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:google-cloud21:a Google Cloud client5:FG1046:python20 22:google.cloud.firestore25:google.cloud.firestore_v122:google.cloud.datastore20:google.cloud.spanner23:google.cloud.spanner_v121:google.cloud.bigtable18:google.cloud.tasks21:google.cloud.tasks_v216:google.cloud.kms19:google.cloud.kms_v126:google.cloud.secretmanager29:google.cloud.secretmanager_v119:google.cloud.speech22:google.cloud.speech_v125:google.cloud.texttospeech28:google.cloud.texttospeech_v119:google.cloud.vision22:google.cloud.vision_v122:google.cloud.translate25:google.cloud.translate_v311 22:google-cloud-firestore22:google-cloud-datastore20:google-cloud-spanner21:google-cloud-bigtable18:google-cloud-tasks16:google-cloud-kms27:google-cloud-secret-manager19:google-cloud-speech25:google-cloud-texttospeech19:google-cloud-vision22:google-cloud-translate6:handle-++-73 
33:google.cloud.firestore.Client.get6:method0 ---0 --
37:google.cloud.firestore.Client.get_all6:method0 ---0 --
33:google.cloud.firestore.Client.set6:method0 ---0 --
36:google.cloud.firestore.Client.update6:method0 ---0 --
36:google.cloud.firestore.Client.delete6:method0 ---0 --
33:google.cloud.firestore.Client.add6:method0 ---0 --
36:google.cloud.firestore.Client.create6:method0 ---0 --
36:google.cloud.firestore.Client.stream6:method0 ---0 --
36:google.cloud.firestore.Client.commit6:method0 ---0 --
41:google.cloud.firestore.Client.collections6:method0 ---0 --
44:google.cloud.firestore.Client.list_documents6:method0 ---0 --
33:google.cloud.datastore.Client.get6:method0 ---0 --
39:google.cloud.datastore.Client.get_multi6:method0 ---0 --
33:google.cloud.datastore.Client.put6:method0 ---0 --
39:google.cloud.datastore.Client.put_multi6:method0 ---0 --
36:google.cloud.datastore.Client.delete6:method0 ---0 --
42:google.cloud.datastore.Client.delete_multi6:method0 ---0 --
35:google.cloud.datastore.Client.fetch6:method0 ---0 --
42:google.cloud.datastore.Client.allocate_ids6:method0 ---0 --
39:google.cloud.spanner.Client.execute_sql6:method0 ---0 --
32:google.cloud.spanner.Client.read6:method0 ---0 --
34:google.cloud.spanner.Client.insert6:method0 ---0 --
34:google.cloud.spanner.Client.update6:method0 ---0 --
44:google.cloud.spanner.Client.insert_or_update6:method0 ---0 --
34:google.cloud.spanner.Client.delete6:method0 ---0 --
46:google.cloud.spanner.Client.run_in_transaction6:method0 ---0 --
51:google.cloud.spanner.Client.execute_partitioned_dml6:method0 ---0 --
42:google.cloud.spanner.Client.execute_update6:method0 ---0 --
34:google.cloud.spanner.Client.commit6:method0 ---0 --
34:google.cloud.spanner.Client.reload6:method0 ---0 --
34:google.cloud.spanner.Client.exists6:method0 ---0 --
42:google.cloud.spanner.Client.list_instances6:method0 ---0 --
38:google.cloud.bigtable.Client.read_rows6:method0 ---0 --
37:google.cloud.bigtable.Client.read_row6:method0 ---0 --
40:google.cloud.bigtable.Client.mutate_rows6:method0 ---0 --
35:google.cloud.bigtable.Client.commit6:method0 ---0 --
40:google.cloud.bigtable.Client.list_tables6:method0 ---0 --
43:google.cloud.bigtable.Client.list_instances6:method0 ---0 --
35:google.cloud.bigtable.Client.exists6:method0 ---0 --
50:google.cloud.tasks_v2.CloudTasksClient.create_task6:method0 ---0 --
47:google.cloud.tasks_v2.CloudTasksClient.get_task6:method0 ---0 --
49:google.cloud.tasks_v2.CloudTasksClient.list_tasks6:method0 ---0 --
50:google.cloud.tasks_v2.CloudTasksClient.delete_task6:method0 ---0 --
51:google.cloud.tasks_v2.CloudTasksClient.create_queue6:method0 ---0 --
48:google.cloud.tasks_v2.CloudTasksClient.get_queue6:method0 ---0 --
50:google.cloud.tasks_v2.CloudTasksClient.list_queues6:method0 ---0 --
51:google.cloud.kms.KeyManagementServiceClient.encrypt6:method0 ---0 --
51:google.cloud.kms.KeyManagementServiceClient.decrypt6:method0 ---0 --
59:google.cloud.kms.KeyManagementServiceClient.asymmetric_sign6:method0 ---0 --
62:google.cloud.kms.KeyManagementServiceClient.asymmetric_decrypt6:method0 ---0 --
52:google.cloud.kms.KeyManagementServiceClient.mac_sign6:method0 ---0 --
58:google.cloud.kms.KeyManagementServiceClient.get_crypto_key6:method0 ---0 --
58:google.cloud.kms.KeyManagementServiceClient.get_public_key6:method0 ---0 --
60:google.cloud.kms.KeyManagementServiceClient.list_crypto_keys6:method0 ---0 --
75:google.cloud.secretmanager.SecretManagerServiceClient.access_secret_version6:method0 ---0 --
72:google.cloud.secretmanager.SecretManagerServiceClient.add_secret_version6:method0 ---0 --
67:google.cloud.secretmanager.SecretManagerServiceClient.create_secret6:method0 ---0 --
64:google.cloud.secretmanager.SecretManagerServiceClient.get_secret6:method0 ---0 --
66:google.cloud.secretmanager.SecretManagerServiceClient.list_secrets6:method0 ---0 --
42:google.cloud.speech.SpeechClient.recognize6:method0 ---0 --
55:google.cloud.speech.SpeechClient.long_running_recognize6:method0 ---0 --
52:google.cloud.speech.SpeechClient.streaming_recognize6:method0 ---0 --
62:google.cloud.texttospeech.TextToSpeechClient.synthesize_speech6:method0 ---0 --
56:google.cloud.texttospeech.TextToSpeechClient.list_voices6:method0 ---0 --
55:google.cloud.vision.ImageAnnotatorClient.annotate_image6:method0 ---0 --
62:google.cloud.vision.ImageAnnotatorClient.batch_annotate_images6:method0 ---0 --
56:google.cloud.vision.ImageAnnotatorClient.label_detection6:method0 ---0 --
55:google.cloud.vision.ImageAnnotatorClient.text_detection6:method0 ---0 --
64:google.cloud.vision.ImageAnnotatorClient.document_text_detection6:method0 ---0 --
55:google.cloud.vision.ImageAnnotatorClient.face_detection6:method0 ---0 --
60:google.cloud.vision.ImageAnnotatorClient.object_localization6:method0 ---0 --
65:google.cloud.translate_v3.TranslationServiceClient.translate_text6:method0 ---0 --
66:google.cloud.translate_v3.TranslationServiceClient.detect_language6:method0 ---0 --73 
33:google.cloud.firestore.Client.get6:method0 ---0 --
37:google.cloud.firestore.Client.get_all6:method0 ---0 --
33:google.cloud.firestore.Client.set6:method0 ---0 --
36:google.cloud.firestore.Client.update6:method0 ---0 --
36:google.cloud.firestore.Client.delete6:method0 ---0 --
33:google.cloud.firestore.Client.add6:method0 ---0 --
36:google.cloud.firestore.Client.create6:method0 ---0 --
36:google.cloud.firestore.Client.stream6:method0 ---0 --
36:google.cloud.firestore.Client.commit6:method0 ---0 --
41:google.cloud.firestore.Client.collections6:method0 ---0 --
44:google.cloud.firestore.Client.list_documents6:method0 ---0 --
33:google.cloud.datastore.Client.get6:method0 ---0 --
39:google.cloud.datastore.Client.get_multi6:method0 ---0 --
33:google.cloud.datastore.Client.put6:method0 ---0 --
39:google.cloud.datastore.Client.put_multi6:method0 ---0 --
36:google.cloud.datastore.Client.delete6:method0 ---0 --
42:google.cloud.datastore.Client.delete_multi6:method0 ---0 --
35:google.cloud.datastore.Client.fetch6:method0 ---0 --
42:google.cloud.datastore.Client.allocate_ids6:method0 ---0 --
39:google.cloud.spanner.Client.execute_sql6:method0 ---0 --
32:google.cloud.spanner.Client.read6:method0 ---0 --
34:google.cloud.spanner.Client.insert6:method0 ---0 --
34:google.cloud.spanner.Client.update6:method0 ---0 --
44:google.cloud.spanner.Client.insert_or_update6:method0 ---0 --
34:google.cloud.spanner.Client.delete6:method0 ---0 --
46:google.cloud.spanner.Client.run_in_transaction6:method0 ---0 --
51:google.cloud.spanner.Client.execute_partitioned_dml6:method0 ---0 --
42:google.cloud.spanner.Client.execute_update6:method0 ---0 --
34:google.cloud.spanner.Client.commit6:method0 ---0 --
34:google.cloud.spanner.Client.reload6:method0 ---0 --
34:google.cloud.spanner.Client.exists6:method0 ---0 --
42:google.cloud.spanner.Client.list_instances6:method0 ---0 --
38:google.cloud.bigtable.Client.read_rows6:method0 ---0 --
37:google.cloud.bigtable.Client.read_row6:method0 ---0 --
40:google.cloud.bigtable.Client.mutate_rows6:method0 ---0 --
35:google.cloud.bigtable.Client.commit6:method0 ---0 --
40:google.cloud.bigtable.Client.list_tables6:method0 ---0 --
43:google.cloud.bigtable.Client.list_instances6:method0 ---0 --
35:google.cloud.bigtable.Client.exists6:method0 ---0 --
50:google.cloud.tasks_v2.CloudTasksClient.create_task6:method0 ---0 --
47:google.cloud.tasks_v2.CloudTasksClient.get_task6:method0 ---0 --
49:google.cloud.tasks_v2.CloudTasksClient.list_tasks6:method0 ---0 --
50:google.cloud.tasks_v2.CloudTasksClient.delete_task6:method0 ---0 --
51:google.cloud.tasks_v2.CloudTasksClient.create_queue6:method0 ---0 --
48:google.cloud.tasks_v2.CloudTasksClient.get_queue6:method0 ---0 --
50:google.cloud.tasks_v2.CloudTasksClient.list_queues6:method0 ---0 --
51:google.cloud.kms.KeyManagementServiceClient.encrypt6:method0 ---0 --
51:google.cloud.kms.KeyManagementServiceClient.decrypt6:method0 ---0 --
59:google.cloud.kms.KeyManagementServiceClient.asymmetric_sign6:method0 ---0 --
62:google.cloud.kms.KeyManagementServiceClient.asymmetric_decrypt6:method0 ---0 --
52:google.cloud.kms.KeyManagementServiceClient.mac_sign6:method0 ---0 --
58:google.cloud.kms.KeyManagementServiceClient.get_crypto_key6:method0 ---0 --
58:google.cloud.kms.KeyManagementServiceClient.get_public_key6:method0 ---0 --
60:google.cloud.kms.KeyManagementServiceClient.list_crypto_keys6:method0 ---0 --
75:google.cloud.secretmanager.SecretManagerServiceClient.access_secret_version6:method0 ---0 --
72:google.cloud.secretmanager.SecretManagerServiceClient.add_secret_version6:method0 ---0 --
67:google.cloud.secretmanager.SecretManagerServiceClient.create_secret6:method0 ---0 --
64:google.cloud.secretmanager.SecretManagerServiceClient.get_secret6:method0 ---0 --
66:google.cloud.secretmanager.SecretManagerServiceClient.list_secrets6:method0 ---0 --
42:google.cloud.speech.SpeechClient.recognize6:method0 ---0 --
55:google.cloud.speech.SpeechClient.long_running_recognize6:method0 ---0 --
52:google.cloud.speech.SpeechClient.streaming_recognize6:method0 ---0 --
62:google.cloud.texttospeech.TextToSpeechClient.synthesize_speech6:method0 ---0 --
56:google.cloud.texttospeech.TextToSpeechClient.list_voices6:method0 ---0 --
55:google.cloud.vision.ImageAnnotatorClient.annotate_image6:method0 ---0 --
62:google.cloud.vision.ImageAnnotatorClient.batch_annotate_images6:method0 ---0 --
56:google.cloud.vision.ImageAnnotatorClient.label_detection6:method0 ---0 --
55:google.cloud.vision.ImageAnnotatorClient.text_detection6:method0 ---0 --
64:google.cloud.vision.ImageAnnotatorClient.document_text_detection6:method0 ---0 --
55:google.cloud.vision.ImageAnnotatorClient.face_detection6:method0 ---0 --
60:google.cloud.vision.ImageAnnotatorClient.object_localization6:method0 ---0 --
65:google.cloud.translate_v3.TranslationServiceClient.translate_text6:method0 ---0 --
66:google.cloud.translate_v3.TranslationServiceClient.detect_language6:method0 ---0 --0 0 10 35:google.cloud.bigtable.client.Client28:google.cloud.bigtable.Client32:google.cloud.firestore_v1.Client29:google.cloud.firestore.Client46:google.cloud.kms_v1.KeyManagementServiceClient43:google.cloud.kms.KeyManagementServiceClient56:google.cloud.secretmanager_v1.SecretManagerServiceClient53:google.cloud.secretmanager.SecretManagerServiceClient30:google.cloud.spanner_v1.Client27:google.cloud.spanner.Client35:google.cloud.speech_v1.SpeechClient32:google.cloud.speech.SpeechClient35:google.cloud.tasks.CloudTasksClient38:google.cloud.tasks_v2.CloudTasksClient47:google.cloud.texttospeech_v1.TextToSpeechClient44:google.cloud.texttospeech.TextToSpeechClient47:google.cloud.translate.TranslationServiceClient50:google.cloud.translate_v3.TranslationServiceClient43:google.cloud.vision_v1.ImageAnnotatorClient40:google.cloud.vision.ImageAnnotatorClient29 28:google.cloud.bigtable.Client28:google.cloud.bigtable.Client39:google.cloud.bigtable.Client.direct_row4:self37:google.cloud.bigtable.Client.instance4:self32:google.cloud.bigtable.Client.row4:self34:google.cloud.bigtable.Client.table4:self29:google.cloud.datastore.Client29:google.cloud.datastore.Client35:google.cloud.datastore.Client.query4:self29:google.cloud.firestore.Client29:google.cloud.firestore.Client35:google.cloud.firestore.Client.batch4:self40:google.cloud.firestore.Client.collection4:self46:google.cloud.firestore.Client.collection_group4:self38:google.cloud.firestore.Client.document4:self35:google.cloud.firestore.Client.limit4:self38:google.cloud.firestore.Client.order_by4:self41:google.cloud.firestore.Client.transaction4:self35:google.cloud.firestore.Client.where4:self43:google.cloud.kms.KeyManagementServiceClient43:google.cloud.kms.KeyManagementServiceClient53:google.cloud.secretmanager.SecretManagerServiceClient53:google.cloud.secretmanager.SecretManagerServiceClient27:google.cloud.spanner.Client27:google.cloud.spanner.Client33:google.cloud.spanner.Client.batch4:self36:google.cloud.spanner.Client.database4:self36:google.cloud.spanner.Client.instance4:self36:google.cloud.spanner.Client.snapshot4:self33:google.cloud.spanner.Client.table4:self32:google.cloud.speech.SpeechClient32:google.cloud.speech.SpeechClient38:google.cloud.tasks_v2.CloudTasksClient38:google.cloud.tasks_v2.CloudTasksClient44:google.cloud.texttospeech.TextToSpeechClient44:google.cloud.texttospeech.TextToSpeechClient50:google.cloud.translate_v3.TranslationServiceClient50:google.cloud.translate_v3.TranslationServiceClient40:google.cloud.vision.ImageAnnotatorClient40:google.cloud.vision.ImageAnnotatorClient1 
0:9:uncertain92:may fail with `UNAVAILABLE` or wait for ever, as other users of an inherited gRPC channel do-0 -0 0 86:holds a gRPC channel in every client, whose threads a fork leaves behind in the parent77:Make the client in the child, in the worker's function or in its initializer.-33:Each process connects for itself.3 60:https://github.com/grpc/grpc/blob/master/doc/fork_support.md61:https://github.com/googleapis/google-cloud-python/issues/473641:https://github.com/grpc/grpc/issues/124554 
3:bad72:The parent has written, and the children write through the same channel.334:from multiprocessing import Pool

from google.cloud import firestore

database = firestore.Client(project="demo")


def mark(name):
    database.collection("jobs").document(name).set({"done": True})


if __name__ == "__main__":
    mark("first")
    with Pool(2) as pool:  # warning: FG104
        pool.map(mark, ["second", "third"])
0 +4:3.12
4:good38:Each worker makes a client of its own.364:from multiprocessing import Pool

from google.cloud import firestore

database = firestore.Client(project="demo")


def mark(name):
    database = firestore.Client(project="demo")
    database.collection("jobs").document(name).set({"done": True})


if __name__ == "__main__":
    mark("first")
    with Pool(2) as pool:
        pool.map(mark, ["second", "third"])
0 +4:3.12
9:near-miss87:The parent makes the client and does not use it: the first call connects, in the child.298:from multiprocessing import Pool

from google.cloud import firestore

database = firestore.Client(project="demo")


def mark(name):
    database.collection("jobs").document(name).set({"done": True})


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(mark, ["second", "third"])
0 +4:3.12
3:bad65:A database of Spanner belongs to the client that it was asked of.491:from multiprocessing import Pool

from google.cloud import spanner

database = spanner.Client(project="demo").instance("main").database("shop")


def insert(rows):
    with database.batch() as batch:
        batch.insert(table="orders", columns=("id", "price"), values=rows)


if __name__ == "__main__":
    with database.snapshot() as snapshot:
        print(list(snapshot.execute_sql("SELECT 1")))
    with Pool(2) as pool:  # warning: FG104
        pool.map(insert, [[(1, 2)], [(3, 4)]])
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
17:google-cloud-http21:a Google Cloud client5:FG1046:python2 21:google.cloud.bigquery20:google.cloud.storage2 21:google-cloud-bigquery20:google-cloud-storage6:handle-++-50 
34:google.cloud.bigquery.Client.query6:method0 ---0 --
43:google.cloud.bigquery.Client.query_and_wait6:method0 ---0 --
38:google.cloud.bigquery.Client.get_table6:method0 ---0 --
40:google.cloud.bigquery.Client.get_dataset6:method0 ---0 --
36:google.cloud.bigquery.Client.get_job6:method0 ---0 --
38:google.cloud.bigquery.Client.get_model6:method0 ---0 --
40:google.cloud.bigquery.Client.get_routine6:method0 ---0 --
41:google.cloud.bigquery.Client.create_table6:method0 ---0 --
43:google.cloud.bigquery.Client.create_dataset6:method0 ---0 --
41:google.cloud.bigquery.Client.delete_table6:method0 ---0 --
43:google.cloud.bigquery.Client.delete_dataset6:method0 ---0 --
41:google.cloud.bigquery.Client.update_table6:method0 ---0 --
43:google.cloud.bigquery.Client.update_dataset6:method0 ---0 --
40:google.cloud.bigquery.Client.insert_rows6:method0 ---0 --
45:google.cloud.bigquery.Client.insert_rows_json6:method0 ---0 --
55:google.cloud.bigquery.Client.insert_rows_from_dataframe6:method0 ---0 --
54:google.cloud.bigquery.Client.load_table_from_dataframe6:method0 ---0 --
49:google.cloud.bigquery.Client.load_table_from_file6:method0 ---0 --
49:google.cloud.bigquery.Client.load_table_from_json6:method0 ---0 --
48:google.cloud.bigquery.Client.load_table_from_uri6:method0 ---0 --
42:google.cloud.bigquery.Client.extract_table6:method0 ---0 --
39:google.cloud.bigquery.Client.copy_table6:method0 ---0 --
35:google.cloud.bigquery.Client.result6:method0 ---0 --
41:google.cloud.bigquery.Client.to_dataframe6:method0 ---0 --
38:google.cloud.storage.Client.get_bucket6:method0 ---0 --
41:google.cloud.storage.Client.lookup_bucket6:method0 ---0 --
41:google.cloud.storage.Client.create_bucket6:method0 ---0 --
49:google.cloud.storage.Client.download_blob_to_file6:method0 ---0 --
48:google.cloud.storage.Client.upload_from_filename6:method0 ---0 --
46:google.cloud.storage.Client.upload_from_string6:method0 ---0 --
44:google.cloud.storage.Client.upload_from_file6:method0 ---0 --
48:google.cloud.storage.Client.download_to_filename6:method0 ---0 --
45:google.cloud.storage.Client.download_as_bytes6:method0 ---0 --
44:google.cloud.storage.Client.download_as_text6:method0 ---0 --
46:google.cloud.storage.Client.download_as_string6:method0 ---0 --
44:google.cloud.storage.Client.download_to_file6:method0 ---0 --
34:google.cloud.storage.Client.exists6:method0 ---0 --
34:google.cloud.storage.Client.reload6:method0 ---0 --
33:google.cloud.storage.Client.patch6:method0 ---0 --
34:google.cloud.storage.Client.delete6:method0 ---0 --
39:google.cloud.storage.Client.delete_blob6:method0 ---0 --
40:google.cloud.storage.Client.delete_blobs6:method0 ---0 --
36:google.cloud.storage.Client.get_blob6:method0 ---0 --
37:google.cloud.storage.Client.copy_blob6:method0 ---0 --
39:google.cloud.storage.Client.rename_blob6:method0 ---0 --
35:google.cloud.storage.Client.compose6:method0 ---0 --
35:google.cloud.storage.Client.rewrite6:method0 ---0 --
39:google.cloud.storage.Client.make_public6:method0 ---0 --
37:google.cloud.bigquery.Client.__iter__6:method0 ---0 --
36:google.cloud.storage.Client.__iter__6:method0 ---0 --0 0 3 34:google.cloud.bigquery.Client.close37:google.cloud.bigquery.Client.__exit__33:google.cloud.storage.Client.close2 35:google.cloud.bigquery.client.Client28:google.cloud.bigquery.Client34:google.cloud.storage.client.Client27:google.cloud.storage.Client9 28:google.cloud.bigquery.Client28:google.cloud.bigquery.Client30:google.cloud.bigquery.Client.*28:google.cloud.bigquery.Client54:google.cloud.bigquery.Client.from_service_account_info28:google.cloud.bigquery.Client54:google.cloud.bigquery.Client.from_service_account_json28:google.cloud.bigquery.Client27:google.cloud.storage.Client27:google.cloud.storage.Client29:google.cloud.storage.Client.*27:google.cloud.storage.Client51:google.cloud.storage.Client.create_anonymous_client27:google.cloud.storage.Client53:google.cloud.storage.Client.from_service_account_info27:google.cloud.storage.Client53:google.cloud.storage.Client.from_service_account_json27:google.cloud.storage.Client1 
0:9:uncertain110:may read the answer to another process's request, or fail in TLS, where two of them use the connection at once-0 -0 0 94:sends its requests through a session of requests, whose open sockets a fork hands to the child153:Make the client in the child, in the worker's function or in its initializer, as the client's documentation advises; or call its `close` before the fork.-65:One connection, and one look-up of credentials, for each process.3 70:https://github.com/googleapis/python-bigquery/blob/main/docs/index.rst69:https://github.com/googleapis/python-storage/blob/main/docs/index.rst43:https://github.com/psf/requests/issues/19063 
3:bad119:The parent's query leaves an open connection in the client, and the four workers send their queries through it at once.381:from multiprocessing import Pool

from google.cloud import bigquery

client = bigquery.Client()


def count(table):
    rows = client.query(f"SELECT COUNT(*) FROM `{table}`").result()
    return next(iter(rows))[0]


if __name__ == "__main__":
    print(count("shop.orders"))
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(count, ["shop.items", "shop.users"]))
0 +4:3.12
4:good64:Each worker makes a client of its own in the pool's initializer.450:from multiprocessing import Pool

from google.cloud import bigquery

client = bigquery.Client()


def connect():
    global client
    client = bigquery.Client()


def count(table):
    rows = client.query(f"SELECT COUNT(*) FROM `{table}`").result()
    return next(iter(rows))[0]


if __name__ == "__main__":
    print(count("shop.orders"))
    with Pool(4, initializer=connect) as pool:
        print(pool.map(count, ["shop.items", "shop.users"]))
0 +4:3.12
9:near-miss111:A bucket and a blob are only named before the fork: nothing has been sent, so there is no open socket to share.297:from multiprocessing import Pool

from google.cloud import storage

client = storage.Client()
bucket = client.bucket("reports")


def upload(name):
    bucket.blob(name).upload_from_filename(name)


if __name__ == "__main__":
    with Pool(4) as pool:
        pool.map(upload, ["a.csv", "b.csv"])
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
19:google-cloud-pubsub20:Google Cloud Pub/Sub5:FG1046:python2 22:google.cloud.pubsub_v119:google.cloud.pubsub1 19:google-cloud-pubsub6:handle-++-12 
46:google.cloud.pubsub_v1.PublisherClient.publish6:method0 ---0 --
51:google.cloud.pubsub_v1.PublisherClient.create_topic6:method0 ---0 --
51:google.cloud.pubsub_v1.PublisherClient.delete_topic6:method0 ---0 --
48:google.cloud.pubsub_v1.PublisherClient.get_topic6:method0 ---0 --
50:google.cloud.pubsub_v1.PublisherClient.list_topics6:method0 ---0 --
49:google.cloud.pubsub_v1.SubscriberClient.subscribe6:method0 ---0 --
44:google.cloud.pubsub_v1.SubscriberClient.pull6:method0 ---0 --
51:google.cloud.pubsub_v1.SubscriberClient.acknowledge6:method0 ---0 --
59:google.cloud.pubsub_v1.SubscriberClient.modify_ack_deadline6:method0 ---0 --
59:google.cloud.pubsub_v1.SubscriberClient.create_subscription6:method0 ---0 --
59:google.cloud.pubsub_v1.SubscriberClient.delete_subscription6:method0 ---0 --
56:google.cloud.pubsub_v1.SubscriberClient.get_subscription6:method0 ---0 --0 0 2 45:google.cloud.pubsub_v1.SubscriberClient.close48:google.cloud.pubsub_v1.SubscriberClient.__exit__2 35:google.cloud.pubsub.PublisherClient38:google.cloud.pubsub_v1.PublisherClient36:google.cloud.pubsub.SubscriberClient39:google.cloud.pubsub_v1.SubscriberClient2 38:google.cloud.pubsub_v1.PublisherClient38:google.cloud.pubsub_v1.PublisherClient39:google.cloud.pubsub_v1.SubscriberClient39:google.cloud.pubsub_v1.SubscriberClient1 
0:9:uncertain92:may fail with `UNAVAILABLE` or wait for ever, as other users of an inherited gRPC channel do-0 -0 0 86:holds a gRPC channel in every client, whose threads a fork leaves behind in the parent77:Make the client in the child, in the worker's function or in its initializer.-33:Each process connects for itself.3 60:https://github.com/grpc/grpc/blob/master/doc/fork_support.md61:https://github.com/googleapis/google-cloud-python/issues/499270:https://github.com/googleapis/python-bigquery/blob/main/docs/index.rst4 
3:bad75:The parent has published, and the child publishes through the same channel.337:from multiprocessing import Process

from google.cloud import pubsub_v1

publisher = pubsub_v1.PublisherClient()


def announce():
    publisher.publish("projects/demo/topics/jobs", b"done").result()


if __name__ == "__main__":
    announce()
    worker = Process(target=announce)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good39:The child makes a publisher of its own.363:from multiprocessing import Process

from google.cloud import pubsub_v1

publisher = pubsub_v1.PublisherClient()


def announce():
    publisher = pubsub_v1.PublisherClient()
    publisher.publish("projects/demo/topics/jobs", b"done").result()


if __name__ == "__main__":
    announce()
    worker = Process(target=announce)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss62:The child only computes; the parent publishes what it returns.378:from multiprocessing import Pool

from google.cloud import pubsub_v1


def square(number):
    return number * number


def main():
    publisher = pubsub_v1.PublisherClient()
    with Pool(2) as pool:
        for result in pool.imap(square, range(10)):
            publisher.publish("projects/demo/topics/squares", str(result).encode())


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss97:The parent makes the client and does not use it: the child's call is the first one, and connects.304:from multiprocessing import Process

from google.cloud import pubsub_v1

publisher = pubsub_v1.PublisherClient()


def announce():
    publisher.publish("projects/demo/topics/jobs", b"done").result()


if __name__ == "__main__":
    worker = Process(target=announce)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
4:grdb26:a GRDB database connection5:FG1045:swift1 4:GRDB1 10:grdb-swift6:handle-++-2 
18:GRDB.DatabaseQueue11:constructor0 ---0 --
17:GRDB.DatabasePool11:constructor0 ---0 --22 
23:GRDB.DatabaseQueue.read6:method0 ---0 --
24:GRDB.DatabaseQueue.write6:method0 ---0 --
29:GRDB.DatabaseQueue.inDatabase6:method0 ---0 --
32:GRDB.DatabaseQueue.inTransaction6:method0 ---0 --
29:GRDB.DatabaseQueue.unsafeRead6:method0 ---0 --
38:GRDB.DatabaseQueue.unsafeReentrantRead6:method0 ---0 --
39:GRDB.DatabaseQueue.unsafeReentrantWrite6:method0 ---0 --
42:GRDB.DatabaseQueue.writeWithoutTransaction6:method0 ---0 --
49:GRDB.DatabaseQueue.barrierWriteWithoutTransaction6:method0 ---0 --
28:GRDB.DatabaseQueue.asyncRead6:method0 ---0 --
29:GRDB.DatabaseQueue.asyncWrite6:method0 ---0 --
22:GRDB.DatabasePool.read6:method0 ---0 --
23:GRDB.DatabasePool.write6:method0 ---0 --
28:GRDB.DatabasePool.inDatabase6:method0 ---0 --
31:GRDB.DatabasePool.inTransaction6:method0 ---0 --
28:GRDB.DatabasePool.unsafeRead6:method0 ---0 --
37:GRDB.DatabasePool.unsafeReentrantRead6:method0 ---0 --
38:GRDB.DatabasePool.unsafeReentrantWrite6:method0 ---0 --
41:GRDB.DatabasePool.writeWithoutTransaction6:method0 ---0 --
48:GRDB.DatabasePool.barrierWriteWithoutTransaction6:method0 ---0 --
27:GRDB.DatabasePool.asyncRead6:method0 ---0 --
28:GRDB.DatabasePool.asyncWrite6:method0 ---0 --0 2 24:GRDB.DatabaseQueue.close23:GRDB.DatabasePool.close0 0 1 
0:10:corruption69:writes to the parent's database beside it, which can destroy the file-0 -0 0 91:holds an SQLite connection, whose file locks and cache belong to the process that opened it31:Open the database in the child.-49:Each process opens the file and reads its schema.2 36:https://sqlite.org/howtocorrupt.html77:https://github.com/groue/GRDB.swift/blob/master/GRDB/Core/DatabaseQueue.swift3 
3:bad63:The child writes through the connection that its parent opened.346:import Foundation
import GRDB

let queue = try DatabaseQueue(path: "/tmp/players.sqlite")

func add(_ name: String) throws {
    try queue.write { db in
        try db.execute(sql: "INSERT INTO player (name) VALUES (?)", arguments: [name])
    }
}

try add("parent")
if fork() == 0 {  // error: FG104
    try add("child")
    exit(0)
}
wait(nil)
0 -
4:good43:Each process opens the database for itself.332:import Foundation
import GRDB

func add(_ name: String) throws {
    let queue = try DatabaseQueue(path: "/tmp/players.sqlite")
    try queue.write { db in
        try db.execute(sql: "INSERT INTO player (name) VALUES (?)", arguments: [name])
    }
}

try add("parent")
if fork() == 0 {
    try add("child")
    exit(0)
}
wait(nil)
0 -
9:near-miss49:The parent closes its connection before it forks.348:import Foundation
import GRDB

var queue = try DatabaseQueue(path: "/tmp/players.sqlite")
try queue.write { db in try db.execute(sql: "DELETE FROM player") }
try queue.close()
if fork() == 0 {
    queue = try DatabaseQueue(path: "/tmp/players.sqlite")
    try queue.write { db in try db.execute(sql: "DELETE FROM player") }
    exit(0)
}
wait(nil)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
4:grpc4:gRPC5:FG1046:python1 4:grpc1 6:grpcio6:handle-++-15 
24:grpc.Channel.unary_unary6:method0 ---0 --
25:grpc.Channel.unary_stream6:method0 ---0 --
25:grpc.Channel.stream_unary6:method0 ---0 --
26:grpc.Channel.stream_stream6:method0 ---0 --
22:grpc.Channel.subscribe6:method0 ---0 --
25:grpc.channel_ready_future8:function1 7:channel--+7:channel0 --
26:grpc.Channel.unary_unary()8:function0 ---0 --
28:grpc.Channel.unary_unary().*6:method0 ---0 --
27:grpc.Channel.unary_stream()8:function0 ---0 --
29:grpc.Channel.unary_stream().*6:method0 ---0 --
27:grpc.Channel.stream_unary()8:function0 ---0 --
29:grpc.Channel.stream_unary().*6:method0 ---0 --
28:grpc.Channel.stream_stream()8:function0 ---0 --
30:grpc.Channel.stream_stream().*6:method0 ---0 --
11:grpc.Stub.*6:method0 ---0 --14 
24:grpc.Channel.unary_unary6:method0 ---0 --
25:grpc.Channel.unary_stream6:method0 ---0 --
25:grpc.Channel.stream_unary6:method0 ---0 --
26:grpc.Channel.stream_stream6:method0 ---0 --
22:grpc.Channel.subscribe6:method0 ---0 --
26:grpc.Channel.unary_unary()8:function0 ---0 --
28:grpc.Channel.unary_unary().*6:method0 ---0 --
27:grpc.Channel.unary_stream()8:function0 ---0 --
29:grpc.Channel.unary_stream().*6:method0 ---0 --
27:grpc.Channel.stream_unary()8:function0 ---0 --
29:grpc.Channel.stream_unary().*6:method0 ---0 --
28:grpc.Channel.stream_stream()8:function0 ---0 --
30:grpc.Channel.stream_stream().*6:method0 ---0 --
11:grpc.Stub.*6:method0 ---0 --0 2 18:grpc.Channel.close21:grpc.Channel.__exit__0 2 21:grpc.insecure_channel12:grpc.Channel19:grpc.secure_channel12:grpc.Channel1 
0:5:error106:gets `UNAVAILABLE` from the inherited channel in most of its runs, or waits for an answer that never comes-0 -0 1 71:Other threads are currently calling into gRPC, skipping fork() handlers150:sends and receives on threads of its core, which a fork leaves behind in the parent, and keeps file descriptors in every channel that the child shares139:Make the channel and its stubs in the child, in the worker's function or in its initializer; or close the parent's channel before the fork.-70:Each process connects for itself, some milliseconds at its first call.3 60:https://github.com/grpc/grpc/blob/master/doc/fork_support.md41:https://github.com/grpc/grpc/issues/1807541:https://github.com/grpc/grpc/issues/138734 
3:bad102:The parent's call has connected the channel of the module; the child's call goes through the same one.322:from multiprocessing import Process

import grpc

channel = grpc.insecure_channel("localhost:50051")


def ask():
    greet = channel.unary_unary("/hello.Greeter/Greet")
    print(greet(b"hello"))


if __name__ == "__main__":
    ask()
    worker = Process(target=ask)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good85:The child makes a channel of its own, which was measured to work beside the parent's.361:from multiprocessing import Process

import grpc

channel = grpc.insecure_channel("localhost:50051")


def ask():
    channel = grpc.insecure_channel("localhost:50051")
    greet = channel.unary_unary("/hello.Greeter/Greet")
    print(greet(b"hello"))


if __name__ == "__main__":
    ask()
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss69:The parent's channel is closed where its block ends, before the fork.324:from multiprocessing import Process

import grpc


def ask():
    with grpc.insecure_channel("localhost:50051") as channel:
        greet = channel.unary_unary("/hello.Greeter/Greet")
        print(greet(b"hello"))


if __name__ == "__main__":
    ask()
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss98:The parent makes the channel and does not use it: the child's call is the first one, and connects.296:from multiprocessing import Process

import grpc

channel = grpc.insecure_channel("localhost:50051")


def ask():
    greet = channel.unary_unary("/hello.Greeter/Greet")
    print(greet(b"hello"))


if __name__ == "__main__":
    worker = Process(target=ask)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -1 9:_pb2_grpc9:grpc.Stub0 0 0 0 0 -0 ---0 
10:grpc-swift33:a channel or server of gRPC Swift5:FG1055:swift1 4:GRPC1 10:grpc-swift6:handle-++-6 
27:GRPC.ChannelBuilder.connect6:method0 ---0 --
39:GRPC.ChannelBuilder.withConnectedSocket6:method0 ---0 --
25:GRPC.GRPCChannelPool.with8:function0 ---0 --
21:GRPC.ClientConnection11:constructor0 ---0 --
23:GRPC.ServerBuilder.bind6:method0 ---0 --
17:GRPC.Server.start8:function0 ---0 --11 
25:GRPC.GRPCChannel.makeCall6:method0 ---0 --
30:GRPC.GRPCChannel.makeUnaryCall6:method0 ---0 --
40:GRPC.GRPCChannel.makeClientStreamingCall6:method0 ---0 --
40:GRPC.GRPCChannel.makeServerStreamingCall6:method0 ---0 --
47:GRPC.GRPCChannel.makeBidirectionalStreamingCall6:method0 ---0 --
39:GRPC.GRPCAnyServiceClient.makeUnaryCall6:method0 ---0 --
49:GRPC.GRPCAnyServiceClient.makeClientStreamingCall6:method0 ---0 --
49:GRPC.GRPCAnyServiceClient.makeServerStreamingCall6:method0 ---0 --
56:GRPC.GRPCAnyServiceClient.makeBidirectionalStreamingCall6:method0 ---0 --
24:GRPC.Server.onClose.wait6:method0 ---0 --
23:GRPC.Server.onClose.get6:method0 ---0 --0 4 22:GRPC.GRPCChannel.close32:GRPC.GRPCChannel.closeGracefully17:GRPC.Server.close36:GRPC.Server.initiateGracefulShutdown7 30:GRPC.ClientConnection.insecure19:GRPC.ChannelBuilder49:GRPC.ClientConnection.usingPlatformAppropriateTLS19:GRPC.ChannelBuilder30:GRPC.ClientConnection.usingTLS19:GRPC.ChannelBuilder44:GRPC.ClientConnection.usingTLSBackedByNIOSSL19:GRPC.ChannelBuilder20:GRPC.Server.insecure18:GRPC.ServerBuilder20:GRPC.Server.usingTLS18:GRPC.ServerBuilder34:GRPC.Server.usingTLSBackedByNIOSSL18:GRPC.ServerBuilder13 19:GRPC.ChannelBuilder19:GRPC.ChannelBuilder21:GRPC.ChannelBuilder.*19:GRPC.ChannelBuilder27:GRPC.ChannelBuilder.connect16:GRPC.GRPCChannel39:GRPC.ChannelBuilder.withConnectedSocket16:GRPC.GRPCChannel21:GRPC.ClientConnection16:GRPC.GRPCChannel25:GRPC.GRPCAnyServiceClient25:GRPC.GRPCAnyServiceClient25:GRPC.GRPCChannelPool.with16:GRPC.GRPCChannel17:GRPC.Server.start17:GRPC.ServerFuture18:GRPC.ServerBuilder18:GRPC.ServerBuilder20:GRPC.ServerBuilder.*18:GRPC.ServerBuilder23:GRPC.ServerBuilder.bind17:GRPC.ServerFuture21:GRPC.ServerFuture.get11:GRPC.Server22:GRPC.ServerFuture.wait11:GRPC.Server1 
0:9:uncertain57:is likely to wait for ever for a loop that no thread runs-0 -0 0 93:sends and answers calls on the threads of an event loop group, which exist in the parent only65:Make the event loop group and the channel or server in the child.-55:The child starts threads of its own, and connects anew.2 80:https://github.com/grpc/grpc-swift/blob/main/Sources/GRPC/ClientConnection.swift94:https://github.com/grpc/grpc-swift/blob/main/Sources/GRPC/ConnectionPool/GRPCChannelPool.swift5 
3:bad88:The channel's event loop runs in a thread of the parent; the child's call is never sent.570:import GRPC
import Glibc
import NIOPosix

let question = Question()
let options = CallOptions()
let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let channel = ClientConnection.insecure(group: loops).connect(host: "localhost", port: 50051)

func ask(_ request: Question) throws {
    let call: UnaryCall<Question, Answer> = channel.makeUnaryCall(
        path: "/demo.Oracle/Ask", request: request, callOptions: options)
    print(try call.response.wait())
}

try ask(question)
if fork() == 0 {  // warning: FG105
    try ask(question)
    exit(0)
}
wait(nil)
0 -
4:good37:Each process connects after the fork.558:import GRPC
import Glibc
import NIOPosix

let question = Question()
let options = CallOptions()
func ask(_ request: Question) throws {
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = ClientConnection.insecure(group: loops).connect(host: "localhost", port: 50051)
    let call: UnaryCall<Question, Answer> = channel.makeUnaryCall(
        path: "/demo.Oracle/Ask", request: request, callOptions: options)
    print(try call.response.wait())
}

if fork() == 0 {
    try ask(question)
    exit(0)
}
try ask(question)
wait(nil)
0 -
9:near-miss46:The parent closes its channel before it forks.541:import GRPC
import Glibc
import NIOPosix

let question = Question()
let options = CallOptions()
let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let channel = try GRPCChannelPool.with(
    target: .host("localhost", port: 50051), transportSecurity: .plaintext, eventLoopGroup: loops)
try channel.close().wait()
if fork() == 0 {
    let call: UnaryCall<Question, Answer> = channel.makeUnaryCall(
        path: "/demo.Oracle/Ask", request: question, callOptions: options)
    print(try call.response.wait())
    exit(0)
}
wait(nil)
0 -
3:bad54:A pool of channels has its threads in the parent, too.553:import GRPC
import Glibc
import NIOPosix

let question = Question()
let options = CallOptions()
let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let channel = try GRPCChannelPool.with(
    target: .host("localhost", port: 50051), transportSecurity: .plaintext, eventLoopGroup: loops)
let oracle = GRPCAnyServiceClient(channel: channel)
if fork() == 0 {  // warning: FG105
    let call: UnaryCall<Question, Answer> = oracle.makeUnaryCall(path: "/demo.Oracle/Ask", request: question)
    print(try call.response.wait())
    exit(0)
}
wait(nil)
0 -
3:bad66:A server that the parent has started answers nothing in the child.385:import GRPC
import Glibc
import NIOPosix

let question = Question()
let options = CallOptions()
let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let server = try Server.insecure(group: loops)
    .withServiceProviders([Oracle()])
    .bind(host: "localhost", port: 50051)
    .wait()
if fork() == 0 {  // warning: FG105
    try server.onClose.wait()
    exit(0)
}
wait(nil)
0 --0 0 0 1 25:GRPC.GRPCAnyServiceClient7:channel0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:grpc-swift-212:gRPC Swift 25:FG1025:swift1 8:GRPCCore1 12:grpc-swift-27:process-++-8 
23:GRPCCore.withGRPCClient8:function0 ---0 --
23:GRPCCore.withGRPCServer8:function0 ---0 --
34:GRPCCore.GRPCClient.runConnections6:method0 ---0 --
25:GRPCCore.GRPCServer.serve6:method0 ---0 --
25:GRPCCore.GRPCClient.unary6:method0 ---0 --
35:GRPCCore.GRPCClient.clientStreaming6:method0 ---0 --
35:GRPCCore.GRPCClient.serverStreaming6:method0 ---0 --
42:GRPCCore.GRPCClient.bidirectionalStreaming6:method0 ---0 --8 
23:GRPCCore.withGRPCClient8:function0 ---0 --
23:GRPCCore.withGRPCServer8:function0 ---0 --
34:GRPCCore.GRPCClient.runConnections6:method0 ---0 --
25:GRPCCore.GRPCServer.serve6:method0 ---0 --
25:GRPCCore.GRPCClient.unary6:method0 ---0 --
35:GRPCCore.GRPCClient.clientStreaming6:method0 ---0 --
35:GRPCCore.GRPCClient.serverStreaming6:method0 ---0 --
42:GRPCCore.GRPCClient.bidirectionalStreaming6:method0 ---0 --0 0 0 0 1 
0:10:corruption69:ends without a word before its call is made, or waits for ever for it-0 -0 0 118:runs its clients and servers as tasks of Swift's concurrency runtime, whose threads a fork leaves behind in the parent150:Fork before the first client or server is run, from a `main` that is not `async`, or start another program with `posix_spawn` or `Foundation.Process`.-78:A program that is started reads what it needs from its arguments or its input.2 80:https://github.com/grpc/grpc-swift-2/blob/main/Sources/GRPCCore/GRPCClient.swift128:https://github.com/grpc/grpc-swift-nio-transport/blob/main/Sources/GRPCNIOTransportHTTP2Posix/HTTP2ClientTransport%2BPosix.swift3 
3:bad122:The parent's call has started the threads that run tasks; the child's has none, and the child ends with its first `await`.1089:import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Glibc

struct Text: MessageSerializer, MessageDeserializer {
    func serialize<Bytes: GRPCContiguousBytes>(_ message: String) throws -> Bytes { Bytes(message.utf8) }
    func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> String { "an answer" }
}

func ask() async throws {
    try await withGRPCClient(
        transport: try .http2NIOPosix(
            target: .ipv4(address: "127.0.0.1", port: 9), transportSecurity: .plaintext)
    ) { client in
        var options = CallOptions.defaults
        options.timeout = .seconds(1)
        let answer = try? await client.unary(
            request: ClientRequest(message: "a question"),
            descriptor: MethodDescriptor(fullyQualifiedService: "demo.Oracle", method: "Ask"),
            serializer: Text(), deserializer: Text(), options: options
        ) { try $0.message }
        print(answer ?? "no answer in time")
    }
}

try await ask()
if fork() == 0 {  // error: FG102
    try await ask()
    print("the child has asked")
    exit(0)
}
wait(nil)
0 -
4:good40:The child forks before any task has run.1195:import Dispatch
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Glibc

struct Text: MessageSerializer, MessageDeserializer {
    func serialize<Bytes: GRPCContiguousBytes>(_ message: String) throws -> Bytes { Bytes(message.utf8) }
    func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> String { "an answer" }
}

func ask() async throws {
    try await withGRPCClient(
        transport: try .http2NIOPosix(
            target: .ipv4(address: "127.0.0.1", port: 9), transportSecurity: .plaintext)
    ) { client in
        var options = CallOptions.defaults
        options.timeout = .seconds(1)
        let answer = try? await client.unary(
            request: ClientRequest(message: "a question"),
            descriptor: MethodDescriptor(fullyQualifiedService: "demo.Oracle", method: "Ask"),
            serializer: Text(), deserializer: Text(), options: options
        ) { try $0.message }
        print(answer ?? "no answer in time")
    }
}

func askAndWait() {
    let done = DispatchSemaphore(value: 0)
    Task {
        try? await ask()
        done.signal()
    }
    done.wait()
}

if fork() == 0 {
    askAndWait()
    exit(0)
}
askAndWait()
wait(nil)
0 -
9:near-miss56:A child that asks nothing inherits nothing that it uses.1197:import Dispatch
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Glibc

struct Text: MessageSerializer, MessageDeserializer {
    func serialize<Bytes: GRPCContiguousBytes>(_ message: String) throws -> Bytes { Bytes(message.utf8) }
    func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> String { "an answer" }
}

func ask() async throws {
    try await withGRPCClient(
        transport: try .http2NIOPosix(
            target: .ipv4(address: "127.0.0.1", port: 9), transportSecurity: .plaintext)
    ) { client in
        var options = CallOptions.defaults
        options.timeout = .seconds(1)
        let answer = try? await client.unary(
            request: ClientRequest(message: "a question"),
            descriptor: MethodDescriptor(fullyQualifiedService: "demo.Oracle", method: "Ask"),
            serializer: Text(), deserializer: Text(), options: options
        ) { try $0.message }
        print(answer ?? "no answer in time")
    }
}

func askAndWait() {
    let done = DispatchSemaphore(value: 0)
    Task {
        try? await ask()
        done.signal()
    }
    done.wait()
}

askAndWait()
if fork() == 0 {
    print("child")
    exit(0)
}
wait(nil)
0 -+17:swift-concurrency0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
4:h5py4:h5py5:FG1046:python1 4:h5py1 4:h5py6:handle-++-1 
9:h5py.File11:constructor3 4:name4:mode6:driver+6:driver4 2 4:core--0 --21 
21:h5py.File.__getitem__6:method0 ---0 --
21:h5py.File.__setitem__6:method0 ---0 --
24:h5py.Dataset.__getitem__6:method0 ---0 --
24:h5py.Dataset.__setitem__6:method0 ---0 --
13:h5py.File.get6:method0 ---0 --
14:h5py.File.keys6:method0 ---0 --
16:h5py.File.values6:method0 ---0 --
15:h5py.File.items6:method0 ---0 --
15:h5py.File.visit6:method0 ---0 --
20:h5py.File.visititems6:method0 ---0 --
24:h5py.File.create_dataset6:method0 ---0 --
22:h5py.File.create_group6:method0 ---0 --
25:h5py.File.require_dataset6:method0 ---0 --
23:h5py.File.require_group6:method0 ---0 --
15:h5py.File.flush6:method0 ---0 --
27:h5py.File.attrs.__getitem__6:method0 ---0 --
19:h5py.File.attrs.get6:method0 ---0 --
21:h5py.File.attrs.items6:method0 ---0 --
30:h5py.Dataset.attrs.__getitem__6:method0 ---0 --
27:h5py.File.attrs.__setitem__6:method0 ---0 --
30:h5py.Dataset.attrs.__setitem__6:method0 ---0 --0 2 15:h5py.File.close18:h5py.File.__exit__1 19:h5py._hl.files.File9:h5py.File9 29:h5py.Dataset.__getitem__[str]12:h5py.Dataset30:h5py.Dataset.attrs.__getitem__10:h5py.Array21:h5py.File.__getitem__12:h5py.Dataset27:h5py.File.attrs.__getitem__10:h5py.Array24:h5py.File.create_dataset12:h5py.Dataset22:h5py.File.create_group12:h5py.Dataset13:h5py.File.get12:h5py.Dataset25:h5py.File.require_dataset12:h5py.Dataset23:h5py.File.require_group12:h5py.Dataset1 
0:9:uncertain98:loses what it writes to the inherited file, and reads wrong bytes from it with some builds of HDF5-0 -0 0 138:keeps the open file and HDF5's caches behind the file object: parent and child share the file, and neither sees what the other has changed140:Open the file in the child, in the worker's function, its initializer or at the first item of a dataset; close the parent's before the fork.-47:Each process opens the file, some milliseconds.4 39:https://github.com/h5py/h5py/issues/93440:https://github.com/h5py/h5py/issues/237240:https://github.com/h5py/h5py/issues/258442:https://github.com/gem/oq-engine/pull/34403 
3:bad126:The file is open when the pool forks: the workers share it, each with a copy of HDF5's state that knows nothing of the others.264:from multiprocessing import Pool

import h5py

store = h5py.File("/data/images.h5", "r")


def mean(index):
    return store["images"][index].mean()


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(mean, range(100)))
0 +4:3.12
4:good39:Every worker opens the file for itself.324:from multiprocessing import Pool

import h5py

store = None


def open_store():
    global store
    store = h5py.File("/data/images.h5", "r")


def mean(index):
    return store["images"][index].mean()


if __name__ == "__main__":
    with Pool(4, initializer=open_store) as pool:
        print(pool.map(mean, range(100)))
0 +4:3.12
9:near-miss70:The parent reads the length and closes the file before the pool forks.379:from multiprocessing import Pool

import h5py

PATH = "/data/images.h5"


def mean(index):
    with h5py.File(PATH, "r") as store:
        return store["images"][index].mean()


def main():
    with h5py.File(PATH, "r") as store:
        length = len(store["images"])
    with Pool(4) as pool:
        print(pool.map(mean, range(length)))


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
6:hf-xet42:hf_xet (downloads of the Hugging Face Hub)5:FG1026:python2 15:huggingface_hub6:hf_xet1 6:hf-xet7:process-++-4 
31:huggingface_hub.hf_hub_download8:function0 ---0 --
33:huggingface_hub.snapshot_download8:function0 ---0 --
21:hf_xet.download_files8:function0 ---0 --
19:hf_xet.upload_files8:function0 ---0 --0 0 0 1 45:huggingface_hub.file_download.hf_hub_download31:huggingface_hub.hf_hub_download0 2 
6:<1.1.64:hang65:hangs without a word where the repository stores its files in xet-0 -
7:>=1.1.610:self-heals38:builds a runtime of its own, and works-0 -2 8:hf-xet-08:hf-xet-10 105:downloads on a Tokio runtime of the whole process, and before 1.1.6 its threads stay behind in the parent114:Upgrade to hf_xet 1.1.6, set `HF_HUB_DISABLE_XET=1`, or start the workers with the `spawn` or `forkserver` method.-73:Without xet the Hub's older way of downloading is slower for large files.2 48:https://github.com/huggingface/xet-core/pull/42948:https://github.com/huggingface/xet-core/pull/4373 
3:bad98:The parent's download starts the runtime, and the child's waits for threads that it does not have.363:from multiprocessing import Process

from huggingface_hub import hf_hub_download


def fetch(name):
    print(hf_hub_download("shop/sales-model", name))


def main():
    fetch("weights-1.safetensors")
    worker = Process(target=fetch, args=("weights-2.safetensors",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
1 6:hf-xet5:1.1.5+4:3.12
4:good47:The spawned worker starts a runtime of its own.372:from multiprocessing import get_context

from huggingface_hub import hf_hub_download


def fetch(name):
    print(hf_hub_download("shop/sales-model", name))


def main():
    fetch("weights-1.safetensors")
    worker = get_context("spawn").Process(target=fetch, args=("weights-2.safetensors",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 6:hf-xet5:1.1.5+4:3.12
9:near-miss25:Only the child downloads.344:from multiprocessing import Process

from huggingface_hub import hf_hub_download


def fetch(name):
    print(hf_hub_download("shop/sales-model", name))


def main():
    print("two files to fetch")
    worker = Process(target=fetch, args=("weights-2.safetensors",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 6:hf-xet5:1.1.5+4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:httpx15:an httpx client5:FG1046:python1 5:httpx1 5:httpx6:handle-++-10 
16:httpx.Client.get6:method0 ---0 --
17:httpx.Client.post6:method0 ---0 --
16:httpx.Client.put6:method0 ---0 --
18:httpx.Client.patch6:method0 ---0 --
19:httpx.Client.delete6:method0 ---0 --
17:httpx.Client.head6:method0 ---0 --
20:httpx.Client.options6:method0 ---0 --
20:httpx.Client.request6:method0 ---0 --
17:httpx.Client.send6:method0 ---0 --
19:httpx.Client.stream6:method0 ---0 --10 
16:httpx.Client.get6:method0 ---0 --
17:httpx.Client.post6:method0 ---0 --
16:httpx.Client.put6:method0 ---0 --
18:httpx.Client.patch6:method0 ---0 --
19:httpx.Client.delete6:method0 ---0 --
17:httpx.Client.head6:method0 ---0 --
20:httpx.Client.options6:method0 ---0 --
20:httpx.Client.request6:method0 ---0 --
17:httpx.Client.send6:method0 ---0 --
19:httpx.Client.stream6:method0 ---0 --0 4 18:httpx.Client.close21:httpx.Client.__exit__19:httpx.Client.aclose22:httpx.Client.__aexit__1 17:httpx.AsyncClient12:httpx.Client1 12:httpx.Client12:httpx.Client1 
0:9:uncertain127:may read the answer to another process's request, or die of `RemoteProtocolError`, where two of them use the connection at once-0 -0 0 87:keeps open sockets for the next request, and a fork hands the same sockets to the child123:Make the client in the child, in the worker's function or in its initializer; or close the parent's client before the fork.-32:One connection for each process.2 43:https://github.com/psf/requests/issues/190646:https://www.python-httpx.org/advanced/clients/3 
3:bad122:The parent's request leaves an open connection in the client, and the four workers send their requests through it at once.297:from multiprocessing import Pool

import httpx

client = httpx.Client()


def fetch(number):
    return client.get(f"https://example.org/items/{number}").text


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
4:good37:Every call makes a client of its own.307:from multiprocessing import Pool

import httpx

client = httpx.Client()


def fetch(number):
    client = httpx.Client()
    return client.get(f"https://example.org/items/{number}").text


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
9:near-miss81:The parent has sent nothing before the fork, so there is no open socket to share.259:from multiprocessing import Pool

import httpx

client = httpx.Client()


def fetch(number):
    return client.get(f"https://example.org/items/{number}").text


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
10:ibis-delta21:Ibis' Delta functions5:FG1016:python1 4:ibis1 9:deltalake7:process-+--5 
15:ibis.*.to_delta6:method0 ---0 --
28:ibis.datafusion.*.read_delta6:method0 ---0 --
37:ibis.backends.datafusion.*.read_delta6:method0 ---0 --
24:ibis.polars.*.read_delta6:method0 -+6:polars5:<1.38-0 --
33:ibis.backends.polars.*.read_delta6:method0 -+6:polars5:<1.38-0 --0 2 15:ibis.read_delta32:ibis.duckdb.connect().read_delta0 0 0 4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-0 -
16:>=0.17.0,<0.19.04:hang20:hangs without a word-0 -
16:>=0.19.0,<0.21.05:error114:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids-0 +5:panic
8:>=0.21.05:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic2 15:tokio-rt-worker15:tokio-runtime-w0 181:writes Delta tables with deltalake on every backend and reads them with it on DataFusion, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent119:Start the workers with the `spawn` or `forkserver` method, or write and read Delta tables on one side of the fork only.-86:A spawned worker imports Ibis and its backend again and needs a connection of its own.2 72:https://github.com/ibis-project/ibis/blob/main/ibis/backends/__init__.py48:https://github.com/delta-io/delta-rs/issues/27443 
3:bad59:The parent writes a Delta table, the forked worker another.350:from multiprocessing import Process

import ibis


def convert(source, target):
    ibis.read_parquet(source).to_delta(target)


def main():
    convert("/data/a.parquet", "/data/a")
    worker = Process(target=convert, args=("/data/b.parquet", "/data/b"))
    worker.start()  # error: FG101
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
4:good61:The fork server's worker starts without the parent's runtime.364:from multiprocessing import get_context

import ibis


def convert(source, target):
    ibis.read_parquet(source).to_delta(target)


def main():
    convert("/data/a.parquet", "/data/a")
    worker = get_context("forkserver").Process(target=convert, args=("/data/b.parquet", "/data/b"))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss119:DuckDB, the default backend, reads Delta tables with an extension of its own: deltalake is not touched before the fork.338:from multiprocessing import Process

import ibis


def convert(source, target):
    ibis.read_parquet(source).to_delta(target)


def main():
    print(ibis.read_delta("/data/a").columns)
    worker = Process(target=convert, args=("/data/b.parquet", "/data/b"))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:icechunk8:Icechunk5:FG1026:python1 8:icechunk1 8:icechunk7:process-+--11 
33:icechunk.local_filesystem_storage8:function0 ---0 --
24:icechunk.Repository.open6:method0 ---0 --
26:icechunk.Repository.create6:method0 ---0 --
34:icechunk.Repository.open_or_create6:method0 ---0 --
26:icechunk.Repository.exists6:method0 ---0 --
36:icechunk.Repository.readonly_session6:method0 ---0 --
36:icechunk.Repository.writable_session6:method0 ---0 --
33:icechunk.Repository.list_branches6:method0 ---0 --
29:icechunk.Repository.list_tags6:method0 ---0 --
33:icechunk.Repository.lookup_branch6:method0 ---0 --
28:icechunk.Repository.ancestry6:method0 ---0 --0 0 0 1 30:icechunk.repository.Repository19:icechunk.Repository3 26:icechunk.Repository.create19:icechunk.Repository24:icechunk.Repository.open19:icechunk.Repository34:icechunk.Repository.open_or_create19:icechunk.Repository2 
4:<1.19:uncertain39:may hang as that of later releases does-0 -
5:>=1.14:hang20:hangs without a word-0 -0 0 88:works on one Tokio runtime of the whole process, whose threads stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 48:https://github.com/earth-mover/icechunk/pull/80945:https://github.com/tokio-rs/tokio/issues/43013 
3:bad100:Opening the repository starts the runtime in the parent, and the forked child waits for its threads.357:from multiprocessing import Process

import icechunk

PATH = "/data/climate"


def branches():
    repository = icechunk.Repository.open(icechunk.local_filesystem_storage(PATH))
    print(list(repository.list_branches()))


if __name__ == "__main__":
    branches()
    worker = Process(target=branches)
    worker.start()  # error: FG102
    worker.join()
0 +4:3.12
4:good47:The spawned worker starts a runtime of its own.366:from multiprocessing import get_context

import icechunk

PATH = "/data/climate"


def branches():
    repository = icechunk.Repository.open(icechunk.local_filesystem_storage(PATH))
    print(list(repository.list_branches()))


if __name__ == "__main__":
    branches()
    worker = get_context("spawn").Process(target=branches)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss106:Only the child imports the library: the first runtime is its own. From 2.3 on the import alone starts one.330:from multiprocessing import Process

PATH = "/data/climate"


def branches():
    import icechunk

    repository = icechunk.Repository.open(icechunk.local_filesystem_storage(PATH))
    print(list(repository.list_branches()))


if __name__ == "__main__":
    worker = Process(target=branches)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
3:jax3:JAX5:FG1026:python1 3:jax2 3:jax6:jaxlib7:process-++-44 
11:jax.devices8:function0 ---0 --
17:jax.local_devices8:function0 ---0 --
16:jax.device_count8:function0 ---0 --
22:jax.local_device_count8:function0 ---0 --
19:jax.default_backend8:function0 ---0 --
14:jax.device_put8:function0 ---0 --
18:jax.random.PRNGKey8:function0 ---0 --
14:jax.random.key8:function0 ---0 --
17:jax.random.normal8:function0 ---0 --
18:jax.random.uniform8:function0 ---0 --
16:jax.random.split8:function0 ---0 --
18:jax.random.randint8:function0 ---0 --
22:jax.random.permutation8:function0 ---0 --
15:jax.numpy.array8:function0 ---0 --
17:jax.numpy.asarray8:function0 ---0 --
14:jax.numpy.ones8:function0 ---0 --
15:jax.numpy.zeros8:function0 ---0 --
16:jax.numpy.arange8:function0 ---0 --
18:jax.numpy.linspace8:function0 ---0 --
14:jax.numpy.full8:function0 ---0 --
13:jax.numpy.eye8:function0 ---0 --
13:jax.numpy.dot8:function0 ---0 --
16:jax.numpy.matmul8:function0 ---0 --
16:jax.numpy.einsum8:function0 ---0 --
13:jax.numpy.sum8:function0 ---0 --
14:jax.numpy.mean8:function0 ---0 --
13:jax.numpy.exp8:function0 ---0 --
13:jax.numpy.log8:function0 ---0 --
14:jax.numpy.sqrt8:function0 ---0 --
15:jax.numpy.where8:function0 ---0 --
21:jax.numpy.concatenate8:function0 ---0 --
15:jax.numpy.stack8:function0 ---0 --
21:jax.numpy.linalg.norm8:function0 ---0 --
20:jax.numpy.linalg.inv8:function0 ---0 --
22:jax.numpy.linalg.solve8:function0 ---0 --
20:jax.numpy.linalg.svd8:function0 ---0 --
9:jax.jit()8:function0 ---0 --
10:jax.grad()8:function0 ---0 --
20:jax.value_and_grad()8:function0 ---0 --
10:jax.vmap()8:function0 ---0 --
14:jax.nn.softmax8:function0 ---0 --
11:jax.nn.relu8:function0 ---0 --
18:jax.nn.log_softmax8:function0 ---0 --
11:jax.nn.gelu8:function0 ---0 --56 
9:jax.jit()8:function0 ---0 --
17:jax.random.normal8:function0 ---0 --
18:jax.random.uniform8:function0 ---0 --
16:jax.random.split8:function0 ---0 --
18:jax.random.randint8:function0 ---0 --
22:jax.random.permutation8:function0 ---0 --
13:jax.numpy.dot8:function0 ---0 --
16:jax.numpy.matmul8:function0 ---0 --
16:jax.numpy.einsum8:function0 ---0 --
13:jax.numpy.sum8:function0 ---0 --
14:jax.numpy.mean8:function0 ---0 --
13:jax.numpy.exp8:function0 ---0 --
13:jax.numpy.log8:function0 ---0 --
14:jax.numpy.sqrt8:function0 ---0 --
15:jax.numpy.where8:function0 ---0 --
21:jax.numpy.concatenate8:function0 ---0 --
15:jax.numpy.stack8:function0 ---0 --
21:jax.numpy.linalg.norm8:function0 ---0 --
20:jax.numpy.linalg.inv8:function0 ---0 --
22:jax.numpy.linalg.solve8:function0 ---0 --
20:jax.numpy.linalg.svd8:function0 ---0 --
10:jax.grad()8:function0 ---0 --
20:jax.value_and_grad()8:function0 ---0 --
10:jax.vmap()8:function0 ---0 --
14:jax.nn.softmax8:function0 ---0 --
11:jax.nn.relu8:function0 ---0 --
18:jax.nn.log_softmax8:function0 ---0 --
11:jax.nn.gelu8:function0 ---0 --
17:jax.Array.__add__6:method0 ---0 --
17:jax.Array.__sub__6:method0 ---0 --
17:jax.Array.__mul__6:method0 ---0 --
21:jax.Array.__truediv__6:method0 ---0 --
22:jax.Array.__floordiv__6:method0 ---0 --
17:jax.Array.__mod__6:method0 ---0 --
17:jax.Array.__pow__6:method0 ---0 --
20:jax.Array.__matmul__6:method0 ---0 --
18:jax.Array.__radd__6:method0 ---0 --
18:jax.Array.__rsub__6:method0 ---0 --
18:jax.Array.__rmul__6:method0 ---0 --
22:jax.Array.__rtruediv__6:method0 ---0 --
18:jax.Array.__rpow__6:method0 ---0 --
21:jax.Array.__rmatmul__6:method0 ---0 --
13:jax.Array.sum6:method0 ---0 --
14:jax.Array.mean6:method0 ---0 --
13:jax.Array.max6:method0 ---0 --
13:jax.Array.min6:method0 ---0 --
14:jax.Array.prod6:method0 ---0 --
13:jax.Array.std6:method0 ---0 --
13:jax.Array.var6:method0 ---0 --
13:jax.Array.dot6:method0 ---0 --
16:jax.Array.cumsum6:method0 ---0 --
16:jax.Array.argmax6:method0 ---0 --
16:jax.Array.argmin6:method0 ---0 --
16:jax.Array.astype6:method0 ---0 --
15:jax.Array.round6:method0 ---0 --
14:jax.Array.clip6:method0 ---0 --0 0 0 68 11:jax.Array.T9:jax.Array17:jax.Array.__add__9:jax.Array22:jax.Array.__floordiv__9:jax.Array21:jax.Array.__getitem__9:jax.Array20:jax.Array.__matmul__9:jax.Array17:jax.Array.__mod__9:jax.Array17:jax.Array.__mul__9:jax.Array17:jax.Array.__pow__9:jax.Array18:jax.Array.__radd__9:jax.Array21:jax.Array.__rmatmul__9:jax.Array18:jax.Array.__rmul__9:jax.Array18:jax.Array.__rpow__9:jax.Array18:jax.Array.__rsub__9:jax.Array22:jax.Array.__rtruediv__9:jax.Array17:jax.Array.__sub__9:jax.Array21:jax.Array.__truediv__9:jax.Array16:jax.Array.argmax9:jax.Array16:jax.Array.argmin9:jax.Array16:jax.Array.astype9:jax.Array27:jax.Array.block_until_ready9:jax.Array14:jax.Array.clip9:jax.Array14:jax.Array.copy9:jax.Array16:jax.Array.cumsum9:jax.Array13:jax.Array.dot9:jax.Array17:jax.Array.flatten9:jax.Array13:jax.Array.max9:jax.Array14:jax.Array.mean9:jax.Array13:jax.Array.min9:jax.Array14:jax.Array.prod9:jax.Array15:jax.Array.ravel9:jax.Array17:jax.Array.reshape9:jax.Array15:jax.Array.round9:jax.Array17:jax.Array.squeeze9:jax.Array13:jax.Array.std9:jax.Array13:jax.Array.sum9:jax.Array19:jax.Array.transpose9:jax.Array13:jax.Array.var9:jax.Array14:jax.device_put9:jax.Array11:jax.nn.gelu9:jax.Array18:jax.nn.log_softmax9:jax.Array11:jax.nn.relu9:jax.Array14:jax.nn.softmax9:jax.Array16:jax.numpy.arange9:jax.Array15:jax.numpy.array9:jax.Array17:jax.numpy.asarray9:jax.Array21:jax.numpy.concatenate9:jax.Array13:jax.numpy.dot9:jax.Array16:jax.numpy.einsum9:jax.Array13:jax.numpy.exp9:jax.Array13:jax.numpy.eye9:jax.Array14:jax.numpy.full9:jax.Array19:jax.numpy.full_like9:jax.Array18:jax.numpy.linspace9:jax.Array13:jax.numpy.log9:jax.Array16:jax.numpy.matmul9:jax.Array14:jax.numpy.mean9:jax.Array14:jax.numpy.ones9:jax.Array19:jax.numpy.ones_like9:jax.Array14:jax.numpy.sqrt9:jax.Array15:jax.numpy.stack9:jax.Array13:jax.numpy.sum9:jax.Array15:jax.numpy.where9:jax.Array15:jax.numpy.zeros9:jax.Array20:jax.numpy.zeros_like9:jax.Array17:jax.random.normal9:jax.Array22:jax.random.permutation9:jax.Array18:jax.random.randint9:jax.Array18:jax.random.uniform9:jax.Array1 
0:4:hang20:hangs without a word-0 -1 11:tf_XLAEigen1 138:os.fork() was called. os.fork() is incompatible with multithreaded code, and JAX is multithreaded, so this will likely lead to a deadlock.123:compiles and runs its operations on threads of its backend, which belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-88:A spawned worker imports JAX again, some seconds, and compiles its functions for itself.3 62:https://github.com/jax-ml/jax/blob/main/jax/_src/xla_bridge.py40:https://github.com/jax-ml/jax/pull/1898940:https://github.com/jax-ml/jax/pull/207345 
3:bad106:Asking for the devices starts JAX's threads in the parent, and the child's first operation waits for them.357:from multiprocessing import Process

import jax
import jax.numpy as jnp


def work(seed):
    key = jax.random.key(seed)
    print(jnp.linalg.norm(jax.random.normal(key, (100,))))


def main():
    print(jax.devices())
    worker = Process(target=work, args=(7,))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.366:from multiprocessing import get_context

import jax
import jax.numpy as jnp


def work(seed):
    key = jax.random.key(seed)
    print(jnp.linalg.norm(jax.random.normal(key, (100,))))


def main():
    print(jax.devices())
    worker = get_context("spawn").Process(target=work, args=(7,))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.316:from multiprocessing import Process

import jax
import jax.numpy as jnp


def work(seed):
    key = jax.random.key(seed)
    print(jnp.linalg.norm(jax.random.normal(key, (100,))))


def main():
    worker = Process(target=work, args=(7,))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad57:The child multiplies two arrays that the parent has made.273:from multiprocessing import Process

import jax.numpy as jnp

left = jnp.ones((100, 100))
right = jnp.ones((100, 100))


def work():
    print(left @ right)


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()
0 +4:3.12
9:near-miss92:What an array holds is read, and its shape, which runs no operation; NumPy computes with it.373:from multiprocessing import Process

import jax
import jax.numpy as jnp
import numpy as np

rows = jnp.ones((100, 100))


def work():
    print(rows.shape + (1,), rows.ndim + 1, jax.device_count() * 2)
    print(np.asarray(rows) @ np.ones((100, 100)), rows.tolist() + [1])


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:kafka-python12:kafka-python5:FG1046:python1 5:kafka2 12:kafka-python15:kafka-python-ng6:handle-++-1 
19:kafka.KafkaProducer11:constructor0 ---0 --3 
24:kafka.KafkaProducer.send6:method0 ---0 --
25:kafka.KafkaProducer.flush6:method0 ---0 --
34:kafka.KafkaProducer.partitions_for6:method0 ---0 --0 1 25:kafka.KafkaProducer.close2 28:kafka.producer.KafkaProducer19:kafka.KafkaProducer34:kafka.producer.kafka.KafkaProducer19:kafka.KafkaProducer0 1 
0:4:hang112:sends nothing: messages stay in the queue, `flush` waits for ever and `send` ends in `KafkaTimeoutError` at last-0 -0 0 88:sends its messages on a thread of the producer, which a fork leaves behind in the parent118:Make the producer in the child, in the worker's function or in its initializer; or close the parent's before the fork.-73:Each process asks the brokers for their metadata and connects for itself.3 48:https://github.com/dpkp/kafka-python/issues/173247:https://github.com/dpkp/kafka-python/issues/57048:https://github.com/dpkp/kafka-python/issues/10613 
3:bad71:The thread that would send the child's message runs in the parent only.343:from multiprocessing import Process

from kafka import KafkaProducer

producer = KafkaProducer(bootstrap_servers="localhost:9092")


def work(number):
    producer.send("orders", b"%d" % number)
    producer.flush()


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good38:The child makes a producer of its own.392:from multiprocessing import Process

from kafka import KafkaProducer

producer = KafkaProducer(bootstrap_servers="localhost:9092")


def work(number):
    producer = KafkaProducer(bootstrap_servers="localhost:9092")
    producer.send("orders", b"%d" % number)
    producer.flush()


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss44:Each process makes a producer and closes it.342:from multiprocessing import Process

from kafka import KafkaProducer


def work(number):
    producer = KafkaProducer(bootstrap_servers="localhost:9092")
    producer.send("orders", b"%d" % number)
    producer.close()


if __name__ == "__main__":
    work(0)
    worker = Process(target=work, args=(1,))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
21:kafka-python-consumer26:a consumer of kafka-python5:FG1046:python1 5:kafka2 12:kafka-python15:kafka-python-ng6:handle-++-1 
19:kafka.KafkaConsumer11:constructor0 ---0 --15 
24:kafka.KafkaConsumer.poll6:method0 ---0 --
28:kafka.KafkaConsumer.__iter__6:method0 ---0 --
28:kafka.KafkaConsumer.__next__6:method0 ---0 --
26:kafka.KafkaConsumer.commit6:method0 ---0 --
32:kafka.KafkaConsumer.commit_async6:method0 ---0 --
29:kafka.KafkaConsumer.committed6:method0 ---0 --
28:kafka.KafkaConsumer.position6:method0 ---0 --
37:kafka.KafkaConsumer.seek_to_beginning6:method0 ---0 --
31:kafka.KafkaConsumer.seek_to_end6:method0 ---0 --
37:kafka.KafkaConsumer.offsets_for_times6:method0 ---0 --
37:kafka.KafkaConsumer.beginning_offsets6:method0 ---0 --
31:kafka.KafkaConsumer.end_offsets6:method0 ---0 --
26:kafka.KafkaConsumer.topics6:method0 ---0 --
40:kafka.KafkaConsumer.partitions_for_topic6:method0 ---0 --
25:kafka.KafkaConsumer.close6:method0 ---0 --0 1 25:kafka.KafkaConsumer.close2 28:kafka.consumer.KafkaConsumer19:kafka.KafkaConsumer34:kafka.consumer.group.KafkaConsumer19:kafka.KafkaConsumer1 28:kafka.KafkaConsumer.__next__37:kafka.consumer.fetcher.ConsumerRecord1 
0:9:uncertain117:may die of `FileNotFoundError`, as it shares a selector with the parent, or take answers that are meant for the other-0 -0 0 135:keeps its sockets to the brokers, and the selector that watches them, in the consumer, and a fork makes two processes of their one user118:Make the consumer in the child, in the worker's function or in its initializer; or close the parent's before the fork.-53:Each process joins the group and connects for itself.3 72:https://github.com/dpkp/kafka-python/blob/master/kafka/consumer/group.py48:https://github.com/dpkp/kafka-python/issues/110550:https://man7.org/linux/man-pages/man7/epoll.7.html3 
3:bad63:Both processes poll the same sockets through the same selector.395:from multiprocessing import Process

from kafka import KafkaConsumer

consumer = KafkaConsumer("orders", bootstrap_servers="localhost:9092")


def work():
    for message in consumer:
        print(message.value)


if __name__ == "__main__":
    print(next(consumer).value)
    worker = Process(target=work)
    worker.start()  # warning: FG104
    print(next(consumer).value)
    worker.join()
0 +4:3.12
4:good38:The child makes a consumer of its own.452:from multiprocessing import Process

from kafka import KafkaConsumer

consumer = KafkaConsumer("orders", bootstrap_servers="localhost:9092")


def work():
    consumer = KafkaConsumer("orders", bootstrap_servers="localhost:9092")
    for message in consumer:
        print(message.value)


if __name__ == "__main__":
    print(next(consumer).value)
    worker = Process(target=work)
    worker.start()
    print(next(consumer).value)
    worker.join()
0 +4:3.12
9:near-miss63:The parent alone consumes, and hands over what a message holds.341:from multiprocessing import Process

from kafka import KafkaConsumer

consumer = KafkaConsumer("orders", bootstrap_servers="localhost:9092")


def work(value):
    print(value)


if __name__ == "__main__":
    for message in consumer:
        worker = Process(target=work, args=(message.value,))
        worker.start()
        worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:kazoo5:Kazoo5:FG1046:python1 5:kazoo1 5:kazoo6:handle-++-2 
30:kazoo.client.KazooClient.start6:method0 ---0 --
36:kazoo.client.KazooClient.start_async6:method0 ---0 --15 
28:kazoo.client.KazooClient.get6:method0 ---0 --
37:kazoo.client.KazooClient.get_children6:method0 ---0 --
31:kazoo.client.KazooClient.create6:method0 ---0 --
36:kazoo.client.KazooClient.ensure_path6:method0 ---0 --
31:kazoo.client.KazooClient.exists6:method0 ---0 --
28:kazoo.client.KazooClient.set6:method0 ---0 --
31:kazoo.client.KazooClient.delete6:method0 ---0 --
29:kazoo.client.KazooClient.sync6:method0 ---0 --
33:kazoo.client.KazooClient.get_acls6:method0 ---0 --
30:kazoo.recipe.lock.Lock.acquire6:method0 ---0 --
32:kazoo.recipe.lock.Lock.__enter__6:method0 ---0 --
30:kazoo.recipe.lock.Lock.release6:method0 ---0 --
35:kazoo.recipe.lock.Semaphore.acquire6:method0 ---0 --
37:kazoo.recipe.lock.Semaphore.__enter__6:method0 ---0 --
35:kazoo.recipe.lock.Semaphore.release6:method0 ---0 --0 2 29:kazoo.client.KazooClient.stop30:kazoo.client.KazooClient.close1 17:kazoo.KazooClient24:kazoo.client.KazooClient5 24:kazoo.client.KazooClient24:kazoo.client.KazooClient29:kazoo.client.KazooClient.Lock22:kazoo.recipe.lock.Lock33:kazoo.client.KazooClient.ReadLock22:kazoo.recipe.lock.Lock34:kazoo.client.KazooClient.Semaphore27:kazoo.recipe.lock.Semaphore34:kazoo.client.KazooClient.WriteLock22:kazoo.recipe.lock.Lock1 
0:4:hang55:waits for ever for an answer that no thread of it reads-0 -0 0 85:talks to ZooKeeper on threads of the client, which a fork leaves behind in the parent116:Start a client in the child, in the worker's function or in its initializer; or `stop` the parent's before the fork.-69:Each process has a session of its own, and its own locks and watches.2 45:https://github.com/python-zk/kazoo/issues/55458:https://kazoo.readthedocs.io/en/latest/implementation.html3 
3:bad76:The child's request goes to a queue that a thread of the parent alone reads.337:from multiprocessing import Process

from kazoo.client import KazooClient

zookeeper = KazooClient(hosts="127.0.0.1:2181")
zookeeper.start()


def members():
    print(zookeeper.get_children("/workers"))


if __name__ == "__main__":
    members()
    worker = Process(target=members)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good37:The child starts a client of its own.395:from multiprocessing import Process

from kazoo.client import KazooClient

zookeeper = KazooClient(hosts="127.0.0.1:2181")
zookeeper.start()


def members():
    zookeeper = KazooClient(hosts="127.0.0.1:2181")
    zookeeper.start()
    print(zookeeper.get_children("/workers"))


if __name__ == "__main__":
    members()
    worker = Process(target=members)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss74:The parent stops its client before it forks, and the child starts another.349:from multiprocessing import Process

from kazoo.client import KazooClient


def members():
    zookeeper = KazooClient(hosts="127.0.0.1:2181")
    zookeeper.start()
    print(zookeeper.get_children("/workers"))
    zookeeper.stop()


if __name__ == "__main__":
    members()
    worker = Process(target=members)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:lance5:Lance5:FG1026:python1 5:lance1 7:pylance7:process-+--7 
13:lance.dataset8:function0 ---0 --
19:lance.write_dataset8:function0 ---0 --
18:lance.LanceDataset11:constructor0 ---0 --
27:lance.LanceDataset.to_table6:method0 ---0 --
29:lance.LanceDataset.to_batches6:method0 ---0 --
29:lance.LanceDataset.count_rows6:method0 ---0 --
23:lance.LanceDataset.take6:method0 ---0 --0 0 0 2 26:lance.dataset.LanceDataset18:lance.LanceDataset27:lance.dataset.write_dataset19:lance.write_dataset2 13:lance.dataset18:lance.LanceDataset19:lance.write_dataset18:lance.LanceDataset3 
7:<0.38.34:hang20:hangs without a word-0 -
15:>=0.38.3,<1.0.010:self-heals36:starts threads of its own, and works-0 -
7:>=1.0.05:error126:hangs or dies of a segmentation fault in some of its runs, as it replaces Lance's threads and inherits the rest of their state-0 -2 15:lance_backgroun9:lance-cpu1 90:lance is not fork-safe. If you are using multiprocessing, use spawn or forkserver instead.182:keeps its threads for files and for computing for the whole process, and they stay behind in the parent; a forked child that replaces them goes on with the rest of the parent's state99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 47:https://github.com/lance-format/lance/pull/490359:https://github.com/galilai-group/stable-worldmodel/pull/2393 
3:bad125:Opening the data set starts the threads in the parent; the child's own data set crashes now and then, and hung before 0.38.3.378:from multiprocessing import Process

import lance

PATH = "/data/sales.lance"


def report(region):
    sales = lance.dataset(PATH)
    print(sales.to_table(filter=f"region = '{region}'").num_rows)


def main():
    report("north")
    worker = Process(target=report, args=("south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts threads of its own.387:from multiprocessing import get_context

import lance

PATH = "/data/sales.lance"


def report(region):
    sales = lance.dataset(PATH)
    print(sales.to_table(filter=f"region = '{region}'").num_rows)


def main():
    report("north")
    worker = get_context("spawn").Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss31:Importing Lance starts nothing.371:from multiprocessing import Process

import lance

PATH = "/data/sales.lance"


def report(region):
    sales = lance.dataset(PATH)
    print(sales.to_table(filter=f"region = '{region}'").num_rows)


def main():
    print(lance.__version__)
    worker = Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:lancedb7:LanceDB5:FG1026:python1 7:lancedb1 7:lancedb7:process-+--22 
15:lancedb.connect8:function0 ---0 --
34:lancedb.db.DBConnection.open_table6:method0 ---0 --
36:lancedb.db.DBConnection.create_table6:method0 ---0 --
35:lancedb.db.DBConnection.table_names6:method0 ---0 --
30:lancedb.table.Table.count_rows6:method0 ---0 --
23:lancedb.table.Table.add6:method0 ---0 --
29:lancedb.table.Table.to_pandas6:method0 ---0 --
28:lancedb.table.Table.to_arrow6:method0 ---0 --
26:lancedb.table.Table.delete6:method0 ---0 --
26:lancedb.table.Table.update6:method0 ---0 --
32:lancedb.table.Table.create_index6:method0 ---0 --
21:lancedb.connect_async8:function0 ---0 --
37:lancedb.db.AsyncConnection.open_table6:method0 ---0 --
39:lancedb.db.AsyncConnection.create_table6:method0 ---0 --
38:lancedb.db.AsyncConnection.table_names6:method0 ---0 --
28:lancedb.table.AsyncTable.add6:method0 ---0 --
35:lancedb.table.AsyncTable.count_rows6:method0 ---0 --
34:lancedb.table.AsyncTable.to_pandas6:method0 ---0 --
33:lancedb.table.AsyncTable.to_arrow6:method0 ---0 --
31:lancedb.table.AsyncTable.delete6:method0 ---0 --
31:lancedb.table.AsyncTable.update6:method0 ---0 --
37:lancedb.table.AsyncTable.create_index6:method0 ---0 --23 
15:lancedb.connect8:function0 ---0 --
34:lancedb.db.DBConnection.open_table6:method0 ---0 --
36:lancedb.db.DBConnection.create_table6:method0 ---0 --
35:lancedb.db.DBConnection.table_names6:method0 ---0 --
30:lancedb.table.Table.count_rows6:method0 ---0 --
23:lancedb.table.Table.add6:method0 ---0 --
29:lancedb.table.Table.to_pandas6:method0 ---0 --
28:lancedb.table.Table.to_arrow6:method0 ---0 --
26:lancedb.table.Table.delete6:method0 ---0 --
26:lancedb.table.Table.update6:method0 ---0 --
32:lancedb.table.Table.create_index6:method0 ---0 --
26:lancedb.table.Table.search6:method0 ---0 --
21:lancedb.connect_async8:function0 ---0 --
37:lancedb.db.AsyncConnection.open_table6:method0 ---0 --
39:lancedb.db.AsyncConnection.create_table6:method0 ---0 --
38:lancedb.db.AsyncConnection.table_names6:method0 ---0 --
28:lancedb.table.AsyncTable.add6:method0 ---0 --
35:lancedb.table.AsyncTable.count_rows6:method0 ---0 --
34:lancedb.table.AsyncTable.to_pandas6:method0 ---0 --
33:lancedb.table.AsyncTable.to_arrow6:method0 ---0 --
31:lancedb.table.AsyncTable.delete6:method0 ---0 --
31:lancedb.table.AsyncTable.update6:method0 ---0 --
37:lancedb.table.AsyncTable.create_index6:method0 ---0 --0 0 5 23:lancedb.AsyncConnection26:lancedb.db.AsyncConnection18:lancedb.AsyncTable24:lancedb.table.AsyncTable20:lancedb.DBConnection23:lancedb.db.DBConnection28:lancedb.db.LanceDBConnection23:lancedb.db.DBConnection24:lancedb.table.LanceTable19:lancedb.table.Table6 15:lancedb.connect23:lancedb.db.DBConnection21:lancedb.connect_async26:lancedb.db.AsyncConnection39:lancedb.db.AsyncConnection.create_table24:lancedb.table.AsyncTable37:lancedb.db.AsyncConnection.open_table24:lancedb.table.AsyncTable36:lancedb.db.DBConnection.create_table19:lancedb.table.Table34:lancedb.db.DBConnection.open_table19:lancedb.table.Table2 
7:<0.32.04:hang20:hangs without a word-0 -
8:>=0.32.05:error128:hangs or dies of a segmentation fault in some of its runs, as it replaces LanceDB's threads and inherits the rest of their state-0 -4 15:lancedb-tokio-w9:lance-cpu15:tokio-rt-worker15:tokio-runtime-w1 36:lancedb fork support is experimental214:runs all its work on an event loop in a thread and on a Tokio runtime of the whole process, and those threads stay behind in the parent; a forked child that replaces them goes on with the rest of the parent's state130:Start the workers with the `spawn` or `forkserver` method, or connect only in the children; before 0.32 import it only there, too.-83:A spawned worker imports its modules again, and what it is given must be picklable.3 44:https://github.com/lancedb/lancedb/pull/333945:https://github.com/lancedb/lancedb/issues/76849:https://github.com/repowise-dev/repowise/pull/6793 
3:bad127:Connecting starts the runtime in the parent; the child's connection crashes or hangs now and then, and always hung before 0.32.368:from multiprocessing import Process

import lancedb


def report(region):
    table = lancedb.connect("/data/shop").open_table("sales")
    print(table.count_rows(f"region = '{region}'"))


def main():
    report("north")
    worker = Process(target=report, args=("south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts threads of its own.377:from multiprocessing import get_context

import lancedb


def report(region):
    table = lancedb.connect("/data/shop").open_table("sales")
    print(table.count_rows(f"region = '{region}'"))


def main():
    report("north")
    worker = get_context("spawn").Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss36:Only the child imports and connects.385:from multiprocessing import Process

PATH = "/data/shop"


def report(region):
    import lancedb

    table = lancedb.connect("/data/shop").open_table("sales")
    print(table.count_rows(f"region = '{region}'"))


def main():
    print("counting", PATH)
    worker = Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:langfuse8:Langfuse5:FG1046:python1 8:langfuse1 8:langfuse6:handle-++-1 
17:langfuse.Langfuse11:constructor0 ---0 --15 
23:langfuse.Langfuse.trace6:method0 ---0 --
22:langfuse.Langfuse.span6:method0 ---0 --
28:langfuse.Langfuse.generation6:method0 ---0 --
23:langfuse.Langfuse.event6:method0 ---0 --
23:langfuse.Langfuse.score6:method0 ---0 --
30:langfuse.Langfuse.create_score6:method0 ---0 --
30:langfuse.Langfuse.create_event6:method0 ---0 --
28:langfuse.Langfuse.start_span6:method0 ---0 --
39:langfuse.Langfuse.start_as_current_span6:method0 ---0 --
34:langfuse.Langfuse.start_generation6:method0 ---0 --
45:langfuse.Langfuse.start_as_current_generation6:method0 ---0 --
35:langfuse.Langfuse.start_observation6:method0 ---0 --
46:langfuse.Langfuse.start_as_current_observation6:method0 ---0 --
23:langfuse.Langfuse.flush6:method0 ---0 --
26:langfuse.Langfuse.shutdown6:method0 ---0 --0 1 26:langfuse.Langfuse.shutdown1 24:langfuse.client.Langfuse17:langfuse.Langfuse0 2 
7:<4.13.04:hang100:waits for ever in `flush`, with a client of its own, too, where the parent has one with the same key-0 -
8:>=4.13.010:self-heals44:starts sending threads of its own, and works-0 -0 0 89:sends what it collects on threads of the client, which a fork leaves behind in the parent224:Update langfuse to 4.13.0 or later; or make the client in the children alone, and none with the same key in their parent: in the worker's function or in its initializer (with a preloading server: in its hook after the fork).-44:Each process starts its own sending threads.1 53:https://github.com/langfuse/langfuse-python/pull/16543 
3:bad82:The client's threads run in the parent only; the child's score is queued for them.342:from multiprocessing import Process

from langfuse import Langfuse

langfuse = Langfuse()


def rate(trace, value):
    langfuse.create_score(trace_id=trace, name="quality", value=value)
    langfuse.flush()


if __name__ == "__main__":
    worker = Process(target=rate, args=("a1", 0.9))
    worker.start()  # error: FG104
    worker.join()
1 8:langfuse6:4.12.0+4:3.12
4:good52:The child makes the client, and the parent has none.329:from multiprocessing import Process

from langfuse import Langfuse


def rate(trace, value):
    langfuse = Langfuse()
    langfuse.create_score(trace_id=trace, name="quality", value=value)
    langfuse.flush()


if __name__ == "__main__":
    worker = Process(target=rate, args=("a1", 0.9))
    worker.start()
    worker.join()
1 8:langfuse6:4.12.0+4:3.12
9:near-miss57:The child only computes the value; the parent records it.451:from multiprocessing import Pool

from langfuse import Langfuse


def quality(text):
    return len(set(text.split())) / len(text.split())


def main(texts):
    langfuse = Langfuse()
    with Pool(2) as pool:
        for number, value in enumerate(pool.map(quality, texts)):
            langfuse.create_score(trace_id=str(number), name="quality", value=value)
    langfuse.flush()


if __name__ == "__main__":
    main(["one two two", "three four"])
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:launchdarkly12:LaunchDarkly5:FG1046:python1 8:ldclient1 23:launchdarkly-server-sdk6:handle-++-1 
17:ldclient.LDClient11:constructor0 ---0 --7 
27:ldclient.LDClient.variation6:method0 ---0 --
34:ldclient.LDClient.variation_detail6:method0 ---0 --
23:ldclient.LDClient.track6:method0 ---0 --
26:ldclient.LDClient.identify6:method0 ---0 --
23:ldclient.LDClient.flush6:method0 ---0 --
33:ldclient.LDClient.all_flags_state6:method0 ---0 --
23:ldclient.LDClient.close6:method0 ---0 --0 2 26:ldclient.LDClient.postfork23:ldclient.LDClient.close1 24:ldclient.client.LDClient17:ldclient.LDClient0 1 
0:9:uncertain97:goes on with the flags of the moment of the fork, loses its events, and waits for ever in `close`-0 -0 0 111:learns of changed flags and sends its events on threads of the client, which a fork leaves behind in the parent81:Call `postfork` on the client first thing in the child, or make the client there.-43:Each process has its own stream of changes.2 60:https://github.com/launchdarkly/python-server-sdk/issues/17458:https://github.com/launchdarkly/python-server-sdk/pull/5123 
3:bad83:The event of the variation goes to a queue that a thread of the parent alone reads.405:from multiprocessing import Process

import ldclient
from ldclient import Context
from ldclient.config import Config

client = ldclient.LDClient(Config("sdk-key"))


def work(user):
    print(client.variation("new-search", Context.create(user), False))
    client.flush()


if __name__ == "__main__":
    worker = Process(target=work, args=("ada",))
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good36:`postfork` starts the threads again.409:from multiprocessing import Process

import ldclient
from ldclient import Context
from ldclient.config import Config

client = ldclient.LDClient(Config("sdk-key"))


def work(user):
    client.postfork()
    print(client.variation("new-search", Context.create(user), False))
    client.flush()


if __name__ == "__main__":
    worker = Process(target=work, args=("ada",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss55:The parent asks for the flag and hands over the answer.395:from multiprocessing import Process

import ldclient
from ldclient import Context
from ldclient.config import Config


def work(is_new):
    print("new" if is_new else "old")


if __name__ == "__main__":
    is_new = ldclient.LDClient(Config("sdk-key")).variation("new-search", Context.create("ada"), False)
    worker = Process(target=work, args=(is_new,))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
19:launchdarkly-module35:the client of LaunchDarkly's module5:FG1046:python1 8:ldclient1 23:launchdarkly-server-sdk7:process-++-1 
12:ldclient.get8:function0 ---0 --7 
24:ldclient.get().variation6:method0 ---0 --
31:ldclient.get().variation_detail6:method0 ---0 --
20:ldclient.get().track6:method0 ---0 --
23:ldclient.get().identify6:method0 ---0 --
20:ldclient.get().flush6:method0 ---0 --
30:ldclient.get().all_flags_state6:method0 ---0 --
20:ldclient.get().close6:method0 ---0 --0 2 23:ldclient.get().postfork20:ldclient.get().close0 0 1 
0:9:uncertain97:goes on with the flags of the moment of the fork, loses its events, and waits for ever in `close`-0 -0 0 130:learns of changed flags and sends its events on threads of the one client of the process, which a fork leaves behind in the parent108:Call `ldclient.get().postfork()` first thing in the child, or use the module's client in the children alone.-43:Each process has its own stream of changes.3 60:https://github.com/launchdarkly/python-server-sdk/issues/17458:https://github.com/launchdarkly/python-server-sdk/pull/51280:https://github.com/launchdarkly/python-server-sdk/blob/main/ldclient/__init__.py3 
3:bad83:The event of the variation goes to a queue that a thread of the parent alone reads.422:from multiprocessing import Process

import ldclient
from ldclient import Context
from ldclient.config import Config

ldclient.set_config(Config("sdk-key"))
client = ldclient.get()


def work(user):
    print(client.variation("new-search", Context.create(user), False))
    client.flush()


if __name__ == "__main__":
    worker = Process(target=work, args=("ada",))
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good36:`postfork` starts the threads again.426:from multiprocessing import Process

import ldclient
from ldclient import Context
from ldclient.config import Config

ldclient.set_config(Config("sdk-key"))
client = ldclient.get()


def work(user):
    client.postfork()
    print(client.variation("new-search", Context.create(user), False))
    client.flush()


if __name__ == "__main__":
    worker = Process(target=work, args=("ada",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss55:The parent asks for the flag and hands over the answer.416:from multiprocessing import Process

import ldclient
from ldclient import Context
from ldclient.config import Config


def work(is_new):
    print("new" if is_new else "old")


if __name__ == "__main__":
    ldclient.set_config(Config("sdk-key"))
    is_new = ldclient.get().variation("new-search", Context.create("ada"), False)
    worker = Process(target=work, args=(is_new,))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:lightgbm8:LightGBM5:FG1026:python1 8:lightgbm1 8:lightgbm7:process-+--17 
14:lightgbm.train8:function1 6:params---5 
18:params.num_threads3 3 1:1
17:params.num_thread3 3 1:1
14:params.nthread3 3 1:1
15:params.nthreads3 3 1:1
13:params.n_jobs3 3 1:1--
11:lightgbm.cv8:function1 6:params---5 
18:params.num_threads3 3 1:1
17:params.num_thread3 3 1:1
14:params.nthread3 3 1:1
15:params.nthreads3 3 1:1
13:params.n_jobs3 3 1:1--
27:lightgbm.LGBMClassifier.fit6:method0 +6:n_jobs4 3 1:1--0 --
31:lightgbm.LGBMClassifier.predict6:method0 +6:n_jobs4 3 1:1--0 --
26:lightgbm.LGBMRegressor.fit6:method0 +6:n_jobs4 3 1:1--0 --
30:lightgbm.LGBMRegressor.predict6:method0 +6:n_jobs4 3 1:1--0 --
23:lightgbm.LGBMRanker.fit6:method0 +6:n_jobs4 3 1:1--0 --
27:lightgbm.LGBMRanker.predict6:method0 +6:n_jobs4 3 1:1--0 --
24:lightgbm.Booster.predict6:method0 ---2 
11:num_threads3 3 1:1
6:n_jobs3 3 1:1--
37:lightgbm.LGBMClassifier.predict_proba6:method0 +6:n_jobs4 3 1:1--0 --
29:lightgbm.LGBMClassifier.score6:method0 +6:n_jobs4 3 1:1--0 --
28:lightgbm.LGBMRegressor.score6:method0 +6:n_jobs4 3 1:1--0 --
16:lightgbm.Booster11:constructor4 6:params9:train_set10:model_file9:model_str+10:model_file0 --0 --
16:lightgbm.Booster11:constructor4 6:params9:train_set10:model_file9:model_str+9:model_str0 --0 --
23:lightgbm.Booster.update6:method0 ---0 --
22:lightgbm.Booster.refit6:method0 ---0 --
26:lightgbm.Dataset.construct6:method0 ---0 --0 0 0 7 18:lightgbm.LGBMModel22:lightgbm.LGBMRegressor22:lightgbm.basic.Booster16:lightgbm.Booster22:lightgbm.basic.Dataset16:lightgbm.Dataset31:lightgbm.sklearn.LGBMClassifier23:lightgbm.LGBMClassifier26:lightgbm.sklearn.LGBMModel22:lightgbm.LGBMRegressor27:lightgbm.sklearn.LGBMRanker19:lightgbm.LGBMRanker30:lightgbm.sklearn.LGBMRegressor22:lightgbm.LGBMRegressor6 16:lightgbm.Booster16:lightgbm.Booster16:lightgbm.Dataset16:lightgbm.Dataset27:lightgbm.LGBMClassifier.fit23:lightgbm.LGBMClassifier23:lightgbm.LGBMRanker.fit19:lightgbm.LGBMRanker26:lightgbm.LGBMRegressor.fit22:lightgbm.LGBMRegressor14:lightgbm.train16:lightgbm.Booster1 
0:4:hang20:hangs without a word-0 -0 0 101:runs its loops on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 52:https://github.com/lightgbm-org/LightGBM/issues/475152:https://github.com/lightgbm-org/LightGBM/issues/17893 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.371:from multiprocessing import Process

import lightgbm as lgb
import numpy as np


def work():
    data = lgb.Dataset(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(lgb.train({"num_leaves": 7}, data, 10))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.380:from multiprocessing import get_context

import lightgbm as lgb
import numpy as np


def work():
    data = lgb.Dataset(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(lgb.train({"num_leaves": 7}, data, 10))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.344:from multiprocessing import Process

import lightgbm as lgb
import numpy as np


def work():
    data = lgb.Dataset(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(lgb.train({"num_leaves": 7}, data, 10))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 1 17:OMP_NUM_THREADS=10 0 0 0 +0 0 1 31:threadpoolctl.threadpool_limits0 0 0 -0 ---0 
4:lmdb4:LMDB5:FG1046:python1 4:lmdb1 4:lmdb6:handle-++-2 
9:lmdb.open8:function0 +4:lock4 1 ---0 --
16:lmdb.Environment11:constructor0 +4:lock4 1 ---0 --1 
22:lmdb.Environment.begin6:method0 ---0 --0 2 22:lmdb.Environment.close25:lmdb.Environment.__exit__2 21:lmdb.cffi.Environment16:lmdb.Environment24:lmdb.cpython.Environment16:lmdb.Environment1 9:lmdb.open16:lmdb.Environment2 
6:<1.7.19:uncertain94:takes the parent's place in the table of readers, so that a writer may overwrite what it reads-0 -
7:>=1.7.15:error113:raises `lmdb.ReadersFullError` once it has begun about as many transactions as `max_readers` (126) allows readers-0 -0 1 54:MDB_READERS_FULL: Environment maxreaders limit reached144:enters each reader into a table of the lock file, by its process: an environment that was opened before the fork holds the parent's places there163:Open the environment in the child, in the worker's function, its initializer or at the first item of a dataset; or, where nobody writes, open it with `lock=False`.-130:Each process maps the file, less than a millisecond; with `lock=False` nothing keeps a writer from overwriting what is being read.3 57:https://lmdb.readthedocs.io/en/release/#environment-class66:https://openldap.org/lists/openldap-technical/201608/msg00067.html57:https://gitlab.com/ase/ase-db-backends/-/merge_requests/63 
3:bad131:The environment is open when the pool forks: each transaction of a worker takes another place for a reader and never gives it back.335:from multiprocessing import Pool

import lmdb

store = lmdb.open("/data/images.lmdb", readonly=True)


def size(index):
    with store.begin() as transaction:
        return len(transaction.get(str(index).encode()))


if __name__ == "__main__":
    with Pool(2) as pool:  # error: FG104
        print(sum(pool.map(size, range(2000))))
0 +4:3.12
4:good46:Every worker opens the environment for itself.397:from multiprocessing import Pool

import lmdb

store = None


def open_store():
    global store
    store = lmdb.open("/data/images.lmdb", readonly=True)


def size(index):
    with store.begin() as transaction:
        return len(transaction.get(str(index).encode()))


if __name__ == "__main__":
    with Pool(2, initializer=open_store) as pool:
        print(sum(pool.map(size, range(2000))))
0 +4:3.12
9:near-miss59:Nobody writes, and the environment is opened without locks.331:from multiprocessing import Pool

import lmdb

store = lmdb.open("/data/images.lmdb", readonly=True, lock=False)


def size(index):
    with store.begin() as transaction:
        return len(transaction.get(str(index).encode()))


if __name__ == "__main__":
    with Pool(2) as pool:
        print(sum(pool.map(size, range(2000))))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
20:lock-of-swift-thread34:a lock that a running thread takes5:FG1055:swift2 10:Foundation15:Synchronization1 25:swift-corelibs-foundation6:handle-++-7 
22:Foundation.NSLock.lock6:method0 ---0 +-
26:Foundation.NSLock.withLock6:method0 ---0 +-
31:Foundation.NSRecursiveLock.lock6:method0 ---0 +-
35:Foundation.NSRecursiveLock.withLock6:method0 ---0 +-
27:Foundation.NSCondition.lock6:method0 ---0 +-
31:Foundation.NSCondition.withLock6:method0 ---0 +-
30:Synchronization.Mutex.withLock6:method0 ---0 +-7 
22:Foundation.NSLock.lock6:method0 ---0 --
26:Foundation.NSLock.withLock6:method0 ---0 --
31:Foundation.NSRecursiveLock.lock6:method0 ---0 --
35:Foundation.NSRecursiveLock.withLock6:method0 ---0 --
27:Foundation.NSCondition.lock6:method0 ---0 --
31:Foundation.NSCondition.withLock6:method0 ---0 --
30:Synchronization.Mutex.withLock6:method0 ---0 --0 0 0 4 22:Foundation.NSCondition22:Foundation.NSCondition17:Foundation.NSLock17:Foundation.NSLock26:Foundation.NSRecursiveLock26:Foundation.NSRecursiveLock21:Synchronization.Mutex21:Synchronization.Mutex1 
0:9:uncertain68:waits for ever if the thread held the lock at the moment of the fork-0 -0 0 96:may be held by the thread at the moment of the fork, and that thread does not exist in the child71:Fork before the thread is started, or give the child a lock of its own.-114:What the lock protects must not be shared between the thread and the child, which have memory of their own anyway.2 68:https://pubs.opengroup.org/onlinepubs/9699919799/functions/fork.html96:https://github.com/swiftlang/swift-corelibs-foundation/blob/main/Sources/Foundation/NSLock.swift4 
3:bad112:The thread takes the lock again and again; whenever the fork falls into its turn, the child never gets the lock.394:import Foundation

let lock = NSLock()
nonisolated(unsafe) var ticks = 0

func report() {
    lock.lock()
    print(ticks)
    lock.unlock()
}

Thread.detachNewThread {
    while true {
        lock.lock()
        ticks += 1
        usleep(100_000)
        lock.unlock()
    }
}

usleep(50_000)
let pid = fork()  // warning: FG105
if pid == 0 {
    report()
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
4:good47:The process forks before the thread is started.359:import Foundation

let lock = NSLock()
nonisolated(unsafe) var ticks = 0

func report() {
    lock.lock()
    print(ticks)
    lock.unlock()
}

let pid = fork()
if pid == 0 {
    report()
    _exit(0)
}
Thread.detachNewThread {
    while true {
        lock.lock()
        ticks += 1
        usleep(100_000)
        lock.unlock()
    }
}
waitpid(pid, nil, 0)
0 -
9:near-miss69:The thread has done what it was started for before the process forks.337:import Foundation

let lock = NSLock()
let done = DispatchSemaphore(value: 0)
nonisolated(unsafe) var ticks = 0

Thread.detachNewThread {
    lock.lock()
    ticks += 1
    lock.unlock()
    done.signal()
}
done.wait()
let pid = fork()
if pid == 0 {
    lock.lock()
    print(ticks)
    lock.unlock()
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
3:bad64:A mutex of the standard library, and a thread that is an object.348:import Foundation
import Synchronization

final class Counter: Sendable {
    let value = Mutex(0)
    func add() { value.withLock { $0 += 1 } }
}

let counter = Counter()
let thread = Thread {
    while true { counter.add() }
}
thread.start()
let pid = fork()  // warning: FG105
if pid == 0 {
    counter.add()
    _exit(0)
}
waitpid(pid, nil, 0)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
14:lock-of-thread34:a lock that a running thread takes5:FG1056:python1 9:threading1 6:python6:handle-++-5 
22:threading.Lock.acquire6:method0 ---0 +-
24:threading.Lock.__enter__6:method0 ---0 +-
23:threading.RLock.acquire6:method0 ---0 +-
25:threading.RLock.__enter__6:method0 ---0 +-
29:threading.Condition.__enter__6:method0 ---0 +-5 
22:threading.Lock.acquire6:method2 8:blocking7:timeout+8:blocking4 1 ---1 
7:timeout0 --
24:threading.Lock.__enter__6:method0 ---0 --
23:threading.RLock.acquire6:method2 8:blocking7:timeout+8:blocking4 1 ---1 
7:timeout0 --
25:threading.RLock.__enter__6:method0 ---0 --
29:threading.Condition.__enter__6:method0 ---0 --0 3 30:threading.Lock._at_fork_reinit31:threading.RLock._at_fork_reinit35:threading.Condition._at_fork_reinit0 3 19:threading.Condition19:threading.Condition14:threading.Lock14:threading.Lock15:threading.RLock15:threading.RLock1 
0:9:uncertain68:waits for ever if the thread held the lock at the moment of the fork-0 -0 0 96:may be held by the thread at the moment of the fork, and that thread does not exist in the child133:Stop and join the thread before the fork, start it after the last fork, or start the workers with the `spawn` or `forkserver` method.-114:Joining waits for what the thread is at; a spawned worker imports its modules again and its arguments are pickled.3 49:https://docs.python.org/3/library/os.html#os.fork47:https://github.com/python/cpython/issues/10022846:https://github.com/python/cpython/issues/509703 
3:bad113:The thread takes the lock again and again; whenever the fork falls into its block, the child never gets the lock.471:import threading
import time
from multiprocessing import Process

lock = threading.Lock()
counts = {"ticks": 0}


def tick():
    while True:
        with lock:
            counts["ticks"] += 1
            time.sleep(0.1)


def report():
    with lock:
        print(counts)


if __name__ == "__main__":
    threading.Thread(target=tick, daemon=True).start()
    time.sleep(0.05)
    worker = Process(target=report)
    worker.start()  # warning: FG105
    worker.join()
0 +4:3.12
4:good59:A spawned worker imports the module anew: its lock is free.477:import multiprocessing
import threading
import time

lock = threading.Lock()
counts = {"ticks": 0}


def tick():
    while True:
        with lock:
            counts["ticks"] += 1
            time.sleep(0.1)


def report():
    with lock:
        print(counts)


if __name__ == "__main__":
    threading.Thread(target=tick, daemon=True).start()
    time.sleep(0.05)
    worker = multiprocessing.get_context("spawn").Process(target=report)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss75:The threads have been joined: nobody holds the lock when the process forks.476:import threading
from multiprocessing import Process

lock = threading.Lock()
counts = {"ticks": 0}


def tick():
    with lock:
        counts["ticks"] += 1


def report():
    with lock:
        print(counts)


if __name__ == "__main__":
    threads = [threading.Thread(target=tick) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worker = Process(target=report)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
11:mongoengine11:MongoEngine5:FG1046:python1 11:mongoengine1 11:mongoengine7:process-++-27 
36:mongoengine.Document.objects.*.first6:method0 ---0 --
36:mongoengine.Document.objects.*.count6:method0 ---0 --
34:mongoengine.Document.objects.*.get6:method0 ---0 --
37:mongoengine.Document.objects.*.update6:method0 ---0 --
37:mongoengine.Document.objects.*.delete6:method0 ---0 --
40:mongoengine.Document.objects.*.aggregate6:method0 ---0 --
39:mongoengine.Document.objects.*.__iter__6:method0 ---0 --
19:mongoengine.connect8:function0 ---0 --
25:mongoengine.Document.save6:method0 ---0 --
32:mongoengine.Document.objects.get6:method0 ---0 --
34:mongoengine.Document.objects.first6:method0 ---0 --
34:mongoengine.Document.objects.count6:method0 ---0 --
35:mongoengine.Document.objects.create6:method0 ---0 --
35:mongoengine.Document.objects.update6:method0 ---0 --
39:mongoengine.Document.objects.update_one6:method0 ---0 --
35:mongoengine.Document.objects.delete6:method0 ---0 --
35:mongoengine.Document.objects.insert6:method0 ---0 --
37:mongoengine.Document.objects.__iter__6:method0 ---0 --
34:mongoengine.Document.objects().get6:method0 ---0 --
36:mongoengine.Document.objects().first6:method0 ---0 --
36:mongoengine.Document.objects().count6:method0 ---0 --
37:mongoengine.Document.objects().create6:method0 ---0 --
37:mongoengine.Document.objects().update6:method0 ---0 --
41:mongoengine.Document.objects().update_one6:method0 ---0 --
37:mongoengine.Document.objects().delete6:method0 ---0 --
37:mongoengine.Document.objects().insert6:method0 ---0 --
39:mongoengine.Document.objects().__iter__6:method0 ---0 --25 
36:mongoengine.Document.objects.*.first6:method0 ---0 --
36:mongoengine.Document.objects.*.count6:method0 ---0 --
34:mongoengine.Document.objects.*.get6:method0 ---0 --
37:mongoengine.Document.objects.*.update6:method0 ---0 --
37:mongoengine.Document.objects.*.delete6:method0 ---0 --
40:mongoengine.Document.objects.*.aggregate6:method0 ---0 --
39:mongoengine.Document.objects.*.__iter__6:method0 ---0 --
25:mongoengine.Document.save6:method0 ---0 --
32:mongoengine.Document.objects.get6:method0 ---0 --
34:mongoengine.Document.objects.first6:method0 ---0 --
34:mongoengine.Document.objects.count6:method0 ---0 --
35:mongoengine.Document.objects.create6:method0 ---0 --
35:mongoengine.Document.objects.update6:method0 ---0 --
39:mongoengine.Document.objects.update_one6:method0 ---0 --
35:mongoengine.Document.objects.delete6:method0 ---0 --
35:mongoengine.Document.objects.insert6:method0 ---0 --
34:mongoengine.Document.objects().get6:method0 ---0 --
36:mongoengine.Document.objects().first6:method0 ---0 --
36:mongoengine.Document.objects().count6:method0 ---0 --
37:mongoengine.Document.objects().create6:method0 ---0 --
37:mongoengine.Document.objects().update6:method0 ---0 --
41:mongoengine.Document.objects().update_one6:method0 ---0 --
37:mongoengine.Document.objects().delete6:method0 ---0 --
37:mongoengine.Document.objects().insert6:method0 ---0 --
28:mongoengine.Document.objects8:function0 ---0 --0 2 22:mongoengine.disconnect26:mongoengine.disconnect_all4 27:mongoengine.DynamicDocument20:mongoengine.Document30:mongoengine.connection.connect19:mongoengine.connect33:mongoengine.connection.disconnect22:mongoengine.disconnect29:mongoengine.document.Document20:mongoengine.Document0 1 
0:9:uncertain119:may wait for ever for a lock that a thread of the parent held; PyMongo warns that its client was opened before the fork-0 -0 0 132:keeps one MongoClient for each alias, whose monitor threads stay behind in the parent and whose locks and sockets the child inherits108:Call `mongoengine.disconnect()` before the fork and `connect` in the child, or connect in the children only.-44:One client and its sockets for each process.3 54:https://github.com/MongoEngine/mongoengine/issues/193954:https://github.com/MongoEngine/mongoengine/issues/141670:https://pymongo.readthedocs.io/en/stable/faq.html#is-pymongo-fork-safe3 
3:bad91:The parent's client is the child's too: a second `connect` to the same place gives it back.378:from multiprocessing import Process

from mongoengine import Document, StringField, connect, disconnect


class Page(Document):
    url = StringField()


def count():
    connect("crawler")
    print(Page.objects(url__startswith="https").count())


if __name__ == "__main__":
    count()
    worker = Process(target=count)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good67:`disconnect` forgets the client, so the child opens one of its own.377:from multiprocessing import Process

from mongoengine import Document, StringField, connect, disconnect


class Page(Document):
    url = StringField()


def count():
    connect("crawler")
    print(Page.objects(url__startswith="https").count())
    disconnect()


if __name__ == "__main__":
    count()
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss26:The parent never connects.348:from multiprocessing import Process

from mongoengine import Document, StringField, connect, disconnect


class Page(Document):
    url = StringField()


def count():
    connect("crawler")
    print(Page.objects(url__startswith="https").count())


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:motor5:Motor5:FG1046:python1 5:motor1 5:motor6:handle-++-30 
49:motor.motor_asyncio.AsyncIOMotorClient.*.find_one6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.insert_one6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.insert_many6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.update_one6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.update_many6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.replace_one6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.delete_one6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.delete_many6:method0 ---0 --
56:motor.motor_asyncio.AsyncIOMotorClient.*.count_documents6:method0 ---0 --
65:motor.motor_asyncio.AsyncIOMotorClient.*.estimated_document_count6:method0 ---0 --
49:motor.motor_asyncio.AsyncIOMotorClient.*.distinct6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.bulk_write6:method0 ---0 --
60:motor.motor_asyncio.AsyncIOMotorClient.*.find_one_and_update6:method0 ---0 --
61:motor.motor_asyncio.AsyncIOMotorClient.*.find_one_and_replace6:method0 ---0 --
60:motor.motor_asyncio.AsyncIOMotorClient.*.find_one_and_delete6:method0 ---0 --
48:motor.motor_asyncio.AsyncIOMotorClient.*.command6:method0 ---0 --
62:motor.motor_asyncio.AsyncIOMotorClient.*.list_collection_names6:method0 ---0 --
53:motor.motor_asyncio.AsyncIOMotorClient.*.create_index6:method0 ---0 --
55:motor.motor_asyncio.AsyncIOMotorClient.*.create_indexes6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.drop_index6:method0 ---0 --
58:motor.motor_asyncio.AsyncIOMotorClient.*.index_information6:method0 ---0 --
58:motor.motor_asyncio.AsyncIOMotorClient.*.create_collection6:method0 ---0 --
56:motor.motor_asyncio.AsyncIOMotorClient.*.drop_collection6:method0 ---0 --
45:motor.motor_asyncio.AsyncIOMotorClient.*.drop6:method0 ---0 --
47:motor.motor_asyncio.AsyncIOMotorClient.*.rename6:method0 ---0 --
48:motor.motor_asyncio.AsyncIOMotorClient.*.to_list6:method0 ---0 --
50:motor.motor_asyncio.AsyncIOMotorClient.server_info6:method0 ---0 --
58:motor.motor_asyncio.AsyncIOMotorClient.list_database_names6:method0 ---0 --
53:motor.motor_asyncio.AsyncIOMotorClient.list_databases6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.drop_database6:method0 ---0 --30 
49:motor.motor_asyncio.AsyncIOMotorClient.*.find_one6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.insert_one6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.insert_many6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.update_one6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.update_many6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.replace_one6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.delete_one6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.*.delete_many6:method0 ---0 --
56:motor.motor_asyncio.AsyncIOMotorClient.*.count_documents6:method0 ---0 --
65:motor.motor_asyncio.AsyncIOMotorClient.*.estimated_document_count6:method0 ---0 --
49:motor.motor_asyncio.AsyncIOMotorClient.*.distinct6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.bulk_write6:method0 ---0 --
60:motor.motor_asyncio.AsyncIOMotorClient.*.find_one_and_update6:method0 ---0 --
61:motor.motor_asyncio.AsyncIOMotorClient.*.find_one_and_replace6:method0 ---0 --
60:motor.motor_asyncio.AsyncIOMotorClient.*.find_one_and_delete6:method0 ---0 --
48:motor.motor_asyncio.AsyncIOMotorClient.*.command6:method0 ---0 --
62:motor.motor_asyncio.AsyncIOMotorClient.*.list_collection_names6:method0 ---0 --
53:motor.motor_asyncio.AsyncIOMotorClient.*.create_index6:method0 ---0 --
55:motor.motor_asyncio.AsyncIOMotorClient.*.create_indexes6:method0 ---0 --
51:motor.motor_asyncio.AsyncIOMotorClient.*.drop_index6:method0 ---0 --
58:motor.motor_asyncio.AsyncIOMotorClient.*.index_information6:method0 ---0 --
58:motor.motor_asyncio.AsyncIOMotorClient.*.create_collection6:method0 ---0 --
56:motor.motor_asyncio.AsyncIOMotorClient.*.drop_collection6:method0 ---0 --
45:motor.motor_asyncio.AsyncIOMotorClient.*.drop6:method0 ---0 --
47:motor.motor_asyncio.AsyncIOMotorClient.*.rename6:method0 ---0 --
48:motor.motor_asyncio.AsyncIOMotorClient.*.to_list6:method0 ---0 --
50:motor.motor_asyncio.AsyncIOMotorClient.server_info6:method0 ---0 --
58:motor.motor_asyncio.AsyncIOMotorClient.list_database_names6:method0 ---0 --
53:motor.motor_asyncio.AsyncIOMotorClient.list_databases6:method0 ---0 --
52:motor.motor_asyncio.AsyncIOMotorClient.drop_database6:method0 ---0 --0 1 44:motor.motor_asyncio.AsyncIOMotorClient.close2 17:motor.MotorClient38:motor.motor_asyncio.AsyncIOMotorClient31:motor.motor_tornado.MotorClient38:motor.motor_asyncio.AsyncIOMotorClient6 38:motor.motor_asyncio.AsyncIOMotorClient38:motor.motor_asyncio.AsyncIOMotorClient52:motor.motor_asyncio.AsyncIOMotorClient.*.__getitem__58:motor.motor_asyncio.AsyncIOMotorClient.database.collection50:motor.motor_asyncio.AsyncIOMotorClient.__getitem__47:motor.motor_asyncio.AsyncIOMotorClient.database59:motor.motor_asyncio.AsyncIOMotorClient.database.__getitem__58:motor.motor_asyncio.AsyncIOMotorClient.database.collection51:motor.motor_asyncio.AsyncIOMotorClient.get_database47:motor.motor_asyncio.AsyncIOMotorClient.database59:motor.motor_asyncio.AsyncIOMotorClient.get_default_database47:motor.motor_asyncio.AsyncIOMotorClient.database1 
0:9:uncertain153:dies of `RuntimeError` in an event loop of its own, as the client belongs to the parent's, and may wait there for a lock that a thread of the parent held-0 -0 0 134:watches the servers and keeps sockets to them in the event loop that has used it first, and in threads, and a fork takes neither along152:Make the `AsyncIOMotorClient` in the child, in the worker's function or in its initializer; or close the parent's before the fork, and make another one.-55:Each process finds the servers and connects for itself.3 70:https://pymongo.readthedocs.io/en/stable/faq.html#is-pymongo-fork-safe81:https://github.com/mongodb/motor/blob/master/motor/frameworks/asyncio/__init__.py43:https://jira.mongodb.org/browse/PYTHON-51973 
3:bad95:The parent has asked through the client, and the worker asks again in an event loop of its own.414:import asyncio
from multiprocessing import Process

from motor.motor_asyncio import AsyncIOMotorClient

client = AsyncIOMotorClient("mongodb://localhost")


async def count():
    print(await client.shop.orders.count_documents({}))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    asyncio.run(count())
    worker = Process(target=work)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good37:The worker makes a client of its own.399:import asyncio
from multiprocessing import Process

from motor.motor_asyncio import AsyncIOMotorClient


async def count():
    client = AsyncIOMotorClient("mongodb://localhost")
    print(await client.shop.orders.count_documents({}))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    asyncio.run(count())
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss58:A client connects at its first use, which is the worker's.377:import asyncio
from multiprocessing import Process

from motor.motor_asyncio import AsyncIOMotorClient

client = AsyncIOMotorClient("mongodb://localhost")


async def count():
    print(await client["shop"]["orders"].count_documents({}))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
15:mysql-connector22:MySQL Connector/Python5:FG1046:python1 15:mysql.connector1 22:mysql-connector-python6:handle-++-8 
23:mysql.connector.connect8:function0 ---0 --
43:mysql.connector.pooling.MySQLConnectionPool11:constructor0 ---0 --
31:mysql.connector.MySQLConnection11:constructor0 +4:host0 --0 --
31:mysql.connector.MySQLConnection11:constructor0 +4:user0 --0 --
31:mysql.connector.MySQLConnection11:constructor0 +8:database0 --0 --
31:mysql.connector.MySQLConnection11:constructor0 +11:unix_socket0 --0 --
57:mysql.connector.abstracts.MySQLConnectionAbstract.connect6:method0 ---0 --
59:mysql.connector.abstracts.MySQLConnectionAbstract.reconnect6:method0 ---0 --21 
58:mysql.connector.pooling.MySQLConnectionPool.get_connection6:method0 ---0 --
56:mysql.connector.abstracts.MySQLConnectionAbstract.cursor6:method0 ---0 --
56:mysql.connector.abstracts.MySQLConnectionAbstract.commit6:method0 ---0 --
58:mysql.connector.abstracts.MySQLConnectionAbstract.rollback6:method0 ---0 --
55:mysql.connector.abstracts.MySQLConnectionAbstract.begin6:method0 ---0 --
54:mysql.connector.abstracts.MySQLConnectionAbstract.ping6:method0 ---0 --
55:mysql.connector.abstracts.MySQLConnectionAbstract.close6:method0 ---0 --
60:mysql.connector.abstracts.MySQLConnectionAbstract.autocommit6:method0 ---0 --
55:mysql.connector.abstracts.MySQLConnectionAbstract.query6:method0 ---0 --
59:mysql.connector.abstracts.MySQLConnectionAbstract.select_db6:method0 ---0 --
67:mysql.connector.abstracts.MySQLConnectionAbstract.start_transaction6:method0 ---0 --
59:mysql.connector.abstracts.MySQLConnectionAbstract.cmd_query6:method0 ---0 --
53:mysql.connector.abstracts.MySQLCursorAbstract.execute6:method0 ---0 --
57:mysql.connector.abstracts.MySQLCursorAbstract.executemany6:method0 ---0 --
54:mysql.connector.abstracts.MySQLCursorAbstract.callproc6:method0 ---0 --
54:mysql.connector.abstracts.MySQLCursorAbstract.fetchone6:method0 ---0 --
55:mysql.connector.abstracts.MySQLCursorAbstract.fetchmany6:method0 ---0 --
54:mysql.connector.abstracts.MySQLCursorAbstract.fetchall6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --
58:mysql.connector.abstracts.MySQLConnectionAbstract.__exit__6:method0 ---0 --0 3 55:mysql.connector.abstracts.MySQLConnectionAbstract.close58:mysql.connector.abstracts.MySQLConnectionAbstract.__exit__51:mysql.connector.abstracts.MySQLCursorAbstract.close3 32:mysql.connector.CMySQLConnection31:mysql.connector.MySQLConnection42:mysql.connector.connection.MySQLConnection31:mysql.connector.MySQLConnection48:mysql.connector.connection_cext.CMySQLConnection31:mysql.connector.MySQLConnection5 31:mysql.connector.MySQLConnection49:mysql.connector.abstracts.MySQLConnectionAbstract56:mysql.connector.abstracts.MySQLConnectionAbstract.cursor45:mysql.connector.abstracts.MySQLCursorAbstract23:mysql.connector.connect49:mysql.connector.abstracts.MySQLConnectionAbstract43:mysql.connector.pooling.MySQLConnectionPool43:mysql.connector.pooling.MySQLConnectionPool58:mysql.connector.pooling.MySQLConnectionPool.get_connection49:mysql.connector.abstracts.MySQLConnectionAbstract1 
0:5:error94:loses the connection, reads rows that another process asked for, or waits for ever for its own-0 -0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.2 87:https://dev.mysql.com/doc/connector-python/en/connector-python-api-mysqlconnection.html45:https://github.com/PyMySQL/PyMySQL/issues/4253 
3:bad68:Four workers ask through one connection, and read each other's rows.418:from multiprocessing import Pool

import mysql.connector

connection = mysql.connector.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG104
        print(pool.map(fetch, range(10)))
0 +4:3.12
4:good33:Every worker connects for itself.484:from multiprocessing import Pool

import mysql.connector

connection = None


def connect():
    global connection
    connection = mysql.connector.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(fetch, range(10)))
0 +4:3.12
9:near-miss89:The parent's connection is one of a function that has ended, and the workers make others.464:from multiprocessing import Pool

import mysql.connector


def connect():
    return mysql.connector.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
11:mysqlclient11:mysqlclient5:FG1046:python1 7:MySQLdb1 11:mysqlclient6:handle-++-2 
15:MySQLdb.connect8:function0 ---0 --
15:MySQLdb.Connect8:function0 ---0 --20 
37:MySQLdb.connections.Connection.cursor6:method0 ---0 --
37:MySQLdb.connections.Connection.commit6:method0 ---0 --
39:MySQLdb.connections.Connection.rollback6:method0 ---0 --
36:MySQLdb.connections.Connection.begin6:method0 ---0 --
35:MySQLdb.connections.Connection.ping6:method0 ---0 --
36:MySQLdb.connections.Connection.close6:method0 ---0 --
41:MySQLdb.connections.Connection.autocommit6:method0 ---0 --
36:MySQLdb.connections.Connection.query6:method0 ---0 --
40:MySQLdb.connections.Connection.select_db6:method0 ---0 --
48:MySQLdb.connections.Connection.start_transaction6:method0 ---0 --
40:MySQLdb.connections.Connection.cmd_query6:method0 ---0 --
30:MySQLdb.cursors.Cursor.execute6:method0 ---0 --
34:MySQLdb.cursors.Cursor.executemany6:method0 ---0 --
31:MySQLdb.cursors.Cursor.callproc6:method0 ---0 --
31:MySQLdb.cursors.Cursor.fetchone6:method0 ---0 --
32:MySQLdb.cursors.Cursor.fetchmany6:method0 ---0 --
31:MySQLdb.cursors.Cursor.fetchall6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --
39:MySQLdb.connections.Connection.__exit__6:method0 ---0 --0 3 36:MySQLdb.connections.Connection.close39:MySQLdb.connections.Connection.__exit__28:MySQLdb.cursors.Cursor.close0 3 15:MySQLdb.Connect30:MySQLdb.connections.Connection15:MySQLdb.connect30:MySQLdb.connections.Connection37:MySQLdb.connections.Connection.cursor22:MySQLdb.cursors.Cursor1 
0:10:corruption59:reads rows that another process asked for, without an error-0 -0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.2 67:https://github.com/PyMySQL/mysqlclient/blob/main/doc/user_guide.rst66:https://dev.mysql.com/doc/c-api/8.0/en/c-api-threaded-clients.html3 
3:bad68:Four workers ask through one connection, and read each other's rows.402:from multiprocessing import Pool

import MySQLdb

connection = MySQLdb.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG104
        print(pool.map(fetch, range(10)))
0 +4:3.12
4:good33:Every worker connects for itself.468:from multiprocessing import Pool

import MySQLdb

connection = None


def connect():
    global connection
    connection = MySQLdb.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(fetch, range(10)))
0 +4:3.12
9:near-miss89:The parent's connection is one of a function that has ended, and the workers make others.448:from multiprocessing import Pool

import MySQLdb


def connect():
    return MySQLdb.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
5:neo4j16:the Neo4j driver5:FG1046:python1 5:neo4j2 5:neo4j12:neo4j-driver6:handle-++-10 
26:neo4j.Driver.execute_query6:method0 ---0 --
32:neo4j.Driver.verify_connectivity6:method0 ---0 --
28:neo4j.Driver.get_server_info6:method0 ---0 --
17:neo4j.Session.run6:method0 ---0 --
26:neo4j.Session.execute_read6:method0 ---0 --
27:neo4j.Session.execute_write6:method0 ---0 --
30:neo4j.Session.read_transaction6:method0 ---0 --
31:neo4j.Session.write_transaction6:method0 ---0 --
31:neo4j.Session.begin_transaction6:method0 ---0 --
21:neo4j.Transaction.run6:method0 ---0 --0 0 2 18:neo4j.Driver.close21:neo4j.Driver.__exit__1 22:neo4j.v1.GraphDatabase19:neo4j.GraphDatabase3 20:neo4j.Driver.session13:neo4j.Session26:neo4j.GraphDatabase.driver12:neo4j.Driver31:neo4j.Session.begin_transaction17:neo4j.Transaction1 
0:9:uncertain78:may read the answer to another process's query, or die of `ServiceUnavailable`-0 -0 0 75:keeps a pool of connections, and a fork hands the same sockets to the child116:Make the driver in the child, in the worker's function or in its initializer; or close the parent's before the fork.-33:Each process connects for itself.2 55:https://github.com/neo4j/neo4j-python-driver/issues/23664:https://neo4j.com/docs/api/python-driver/current/api.html#driver3 
3:bad69:Both processes send their queries through one connection of the pool.413:from multiprocessing import Process

from neo4j import GraphDatabase

driver = GraphDatabase.driver("bolt://localhost:7687")


def count(label):
    with driver.session() as session:
        print(session.run(f"MATCH (n:{label}) RETURN count(n)").single())


if __name__ == "__main__":
    count("Person")
    worker = Process(target=count, args=("Place",))
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good34:The child has a driver of its own.454:from multiprocessing import Process

from neo4j import GraphDatabase

driver = GraphDatabase.driver("bolt://localhost:7687")


def count(label):
    driver = GraphDatabase.driver("bolt://localhost:7687")
    with driver.session() as session:
        print(session.run(f"MATCH (n:{label}) RETURN count(n)").single())


if __name__ == "__main__":
    count("Person")
    worker = Process(target=count, args=("Place",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss85:The parent makes the driver and asks nothing: the first query connects, in the child.375:from multiprocessing import Process

from neo4j import GraphDatabase

driver = GraphDatabase.driver("bolt://localhost:7687")


def count(label):
    with driver.session() as session:
        print(session.run(f"MATCH (n:{label}) RETURN count(n)").single())


if __name__ == "__main__":
    worker = Process(target=count, args=("Place",))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:netcdf47:netCDF45:FG1046:python1 7:netCDF41 7:netcdf46:handle-++-1 
15:netCDF4.Dataset11:constructor0 ---0 --4 
29:netCDF4.Dataset.*.__getitem__6:method0 ---0 --
29:netCDF4.Dataset.*.__setitem__6:method0 ---0 --
30:netCDF4.Dataset.createVariable6:method0 ---0 --
20:netCDF4.Dataset.sync6:method0 ---0 --0 2 21:netCDF4.Dataset.close24:netCDF4.Dataset.__exit__0 6 27:netCDF4.Dataset.__getitem__27:netCDF4.Dataset.variables()30:netCDF4.Dataset.createVariable27:netCDF4.Dataset.variables()34:netCDF4.Dataset.groups.__getitem__15:netCDF4.Dataset39:netCDF4.Dataset.variables().__getitem__13:netCDF4.Array44:netCDF4.Dataset.variables().__getitem__[str]27:netCDF4.Dataset.variables()37:netCDF4.Dataset.variables.__getitem__27:netCDF4.Dataset.variables()1 
0:9:uncertain98:loses what it writes to the inherited file, and reads wrong bytes from it with some builds of HDF5-0 -0 0 162:keeps the open file and the caches of HDF5, which lies below it, behind the data set: parent and child share the file, and neither sees what the other has changed140:Open the file in the child, in the worker's function, its initializer or at the first item of a dataset; close the parent's before the fork.-47:Each process opens the file, some milliseconds.3 52:https://github.com/Unidata/netcdf4-python/issues/43752:https://github.com/Unidata/netcdf4-python/issues/64039:https://github.com/h5py/h5py/issues/9343 
3:bad126:The file is open when the pool forks: the workers share it, each with a copy of HDF5's state that knows nothing of the others.275:from multiprocessing import Pool

from netCDF4 import Dataset

store = Dataset("/data/era5.nc")


def mean(hour):
    return store.variables["t2m"][hour].mean()


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(mean, range(24)))
0 +4:3.12
4:good39:Every worker opens the file for itself.335:from multiprocessing import Pool

from netCDF4 import Dataset

store = None


def open_store():
    global store
    store = Dataset("/data/era5.nc")


def mean(hour):
    return store.variables["t2m"][hour].mean()


if __name__ == "__main__":
    with Pool(4, initializer=open_store) as pool:
        print(pool.map(mean, range(24)))
0 +4:3.12
9:near-miss70:The parent counts the hours and closes the file before the pool forks.393:from multiprocessing import Pool

from netCDF4 import Dataset

PATH = "/data/era5.nc"


def mean(hour):
    with Dataset(PATH) as store:
        return store.variables["t2m"][hour].mean()


def main():
    with Dataset(PATH) as store:
        hours = len(store.variables["time"][:])
    with Pool(4) as pool:
        print(pool.map(mean, range(hours)))


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:numba26:Numba's parallel functions5:FG1026:python1 5:numba1 5:numba7:process-++-4 
14:numba.njit()()8:function0 +8:parallel5 1 +--0 --
13:numba.jit()()8:function0 +8:parallel5 1 +--0 --
19:numba.vectorize()()8:function0 +6:target5 2 8:parallel--0 --
21:numba.guvectorize()()8:function0 +6:target5 2 8:parallel--0 --4 
14:numba.njit()()8:function0 +8:parallel5 1 +--0 --
13:numba.jit()()8:function0 +8:parallel5 1 +--0 --
19:numba.vectorize()()8:function0 +6:target5 2 8:parallel--0 --
21:numba.guvectorize()()8:function0 +6:target5 2 8:parallel--0 --0 0 0 0 1 
0:5:error19:is ended by SIGTERM-0 +6:signal0 1 83:Terminating: fork() called from a process already using GNU OpenMP, this is unsafe.129:runs what is compiled with `parallel=True` on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent130:Start the workers with the `spawn` or `forkserver` method, or set `NUMBA_THREADING_LAYER=forksafe`, which needs the package `tbb`.-100:A spawned worker imports its modules again and compiles its functions again, unless they are cached.4 64:https://numba.readthedocs.io/en/stable/user/threading-layer.html67:https://github.com/numba/numba/blob/main/numba/np/ufunc/omppool.cpp44:https://github.com/bmcfee/resampy/issues/10754:https://github.com/scverse/fast-array-utils/issues/1793 
3:bad93:The parent starts the threads; Numba ends the forked child that comes to a parallel function.435:from multiprocessing import Process

import numba
import numpy as np


@numba.njit(parallel=True)
def total(values):
    result = 0.0
    for index in numba.prange(values.shape[0]):
        result += values[index]
    return result


def work():
    print(total(np.ones(1_000_000)))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts threads of its own.444:from multiprocessing import get_context

import numba
import numpy as np


@numba.njit(parallel=True)
def total(values):
    result = 0.0
    for index in numba.prange(values.shape[0]):
        result += values[index]
    return result


def work():
    print(total(np.ones(1_000_000)))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss85:A function that is compiled without `parallel=True` runs on the thread that calls it.397:from multiprocessing import Process

import numba
import numpy as np


@numba.njit
def total(values):
    result = 0.0
    for index in range(values.shape[0]):
        result += values[index]
    return result


def work():
    print(total(np.ones(1_000_000)))


def main():
    work()
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 6 31:NUMBA_THREADING_LAYER=workqueue25:NUMBA_THREADING_LAYER=tbb30:NUMBA_THREADING_LAYER=forksafe38:numba.config.THREADING_LAYER=workqueue32:numba.config.THREADING_LAYER=tbb37:numba.config.THREADING_LAYER=forksafe0 0 0 0 -0 0 0 0 0 0 -0 ---0 
10:numba-cuda13:Numba on CUDA5:FG1036:python1 5:numba2 5:numba10:numba-cuda7:process-++-11 
20:numba.cuda.to_device8:function0 ---0 --
23:numba.cuda.device_array8:function0 ---0 --
28:numba.cuda.device_array_like8:function0 ---0 --
23:numba.cuda.pinned_array8:function0 ---0 --
23:numba.cuda.mapped_array8:function0 ---0 --
26:numba.cuda.current_context8:function0 ---0 --
29:numba.cuda.get_current_device8:function0 ---0 --
24:numba.cuda.select_device8:function0 ---0 --
22:numba.cuda.synchronize8:function0 ---0 --
17:numba.cuda.stream8:function0 ---0 --
23:numba.cuda.list_devices8:function0 ---0 --0 0 0 0 0 1 
0:5:error58:dies of `CudaDriverError: CUDA initialized before forking`-0 -0 1 31:CUDA initialized before forking63:has called the CUDA driver, whose state does not survive a fork95:Start the workers with the `spawn` or `forkserver` method, or use the GPU only in the children.-115:A spawned worker imports its modules again and has a CUDA context of its own, some hundred megabytes of GPU memory.3 69:https://github.com/numba/numba/blob/main/numba/cuda/cudadrv/driver.py52:https://github.com/glotzerlab/signac-flow/issues/11542:https://github.com/rapidsai/cudf/pull/12453 
3:bad59:The parent has set up the GPU, and the forked child cannot.327:from multiprocessing import Process

import numpy as np
from numba import cuda


def work():
    values = cuda.to_device(np.ones(1000))
    print(values.copy_to_host().sum())


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG103
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good46:The spawned worker sets up the GPU for itself.336:from multiprocessing import get_context

import numpy as np
from numba import cuda


def work():
    values = cuda.to_device(np.ones(1000))
    print(values.copy_to_host().sum())


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss28:Only the child uses the GPU.300:from multiprocessing import Process

import numpy as np
from numba import cuda


def work():
    values = cuda.to_device(np.ones(1000))
    print(values.copy_to_host().sum())


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 2 21:CUDA_VISIBLE_DEVICES=23:CUDA_VISIBLE_DEVICES=-10 0 0 0 -0 0 0 0 0 0 -0 ---0 
15:numpy-generator22:numpy.random.Generator5:FG1066:python1 5:numpy1 5:numpy6:handle-+++2 
24:numpy.random.default_rng8:function0 ---0 --
24:numpy.random.RandomState11:constructor0 ---0 --26 
29:numpy.random.Generator.random6:method0 ---0 --
29:numpy.random.Generator.normal6:method0 ---0 --
30:numpy.random.Generator.uniform6:method0 ---0 --
31:numpy.random.Generator.integers6:method0 ---0 --
29:numpy.random.Generator.choice6:method0 ---0 --
30:numpy.random.Generator.shuffle6:method0 ---0 --
34:numpy.random.Generator.permutation6:method0 ---0 --
31:numpy.random.Generator.permuted6:method0 ---0 --
38:numpy.random.Generator.standard_normal6:method0 ---0 --
34:numpy.random.Generator.exponential6:method0 ---0 --
30:numpy.random.Generator.poisson6:method0 ---0 --
31:numpy.random.Generator.binomial6:method0 ---0 --
27:numpy.random.Generator.beta6:method0 ---0 --
28:numpy.random.Generator.gamma6:method0 ---0 --
42:numpy.random.Generator.multivariate_normal6:method0 ---0 --
29:numpy.random.RandomState.rand6:method0 ---0 --
30:numpy.random.RandomState.randn6:method0 ---0 --
31:numpy.random.RandomState.random6:method0 ---0 --
38:numpy.random.RandomState.random_sample6:method0 ---0 --
32:numpy.random.RandomState.randint6:method0 ---0 --
31:numpy.random.RandomState.choice6:method0 ---0 --
32:numpy.random.RandomState.shuffle6:method0 ---0 --
36:numpy.random.RandomState.permutation6:method0 ---0 --
31:numpy.random.RandomState.normal6:method0 ---0 --
32:numpy.random.RandomState.uniform6:method0 ---0 --
40:numpy.random.RandomState.standard_normal6:method0 ---0 --0 1 29:numpy.random.RandomState.seed0 1 24:numpy.random.default_rng22:numpy.random.Generator1 
0:9:uncertain73:draws the same numbers as every other child that inherited this generator-0 -0 0 82:holds its random state in memory, and every forked child goes on from a copy of it168:Make the generator in the child, in the worker's function or in its initializer; for runs that can be repeated of a seed from `numpy.random.SeedSequence(...).spawn(n)`.-40:Seeded afresh, a run cannot be repeated.3 59:https://numpy.org/doc/stable/reference/random/parallel.html46:https://github.com/pytorch/pytorch/issues/505947:https://github.com/pytorch/pytorch/issues/413293 
3:bad72:All workers inherit one generator in one state, and draw the same noise.262:from multiprocessing import Pool

import numpy as np

rng = np.random.default_rng()


def noisy(value):
    return value + rng.normal()


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG106
        print(pool.map(noisy, [1.0, 2.0, 3.0, 4.0]))
0 +4:3.12
4:good40:Every call makes a generator of its own.278:from multiprocessing import Pool

import numpy as np

rng = np.random.default_rng()


def noisy(value):
    rng = np.random.default_rng()
    return value + rng.normal()


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(noisy, [1.0, 2.0, 3.0, 4.0]))
0 +4:3.12
9:near-miss22:Only the parent draws.237:from multiprocessing import Pool

import numpy as np

rng = np.random.default_rng()


def square(value):
    return value * value


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(square, rng.normal(size=4)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:numpy-random12:numpy.random5:FG1066:python1 5:numpy1 5:numpy7:process-+++18 
17:numpy.random.seed8:function0 ---0 --
17:numpy.random.rand8:function0 ---0 --
18:numpy.random.randn8:function0 ---0 --
19:numpy.random.random8:function0 ---0 --
26:numpy.random.random_sample8:function0 ---0 --
20:numpy.random.randint8:function0 ---0 --
19:numpy.random.choice8:function0 ---0 --
20:numpy.random.shuffle8:function0 ---0 --
24:numpy.random.permutation8:function0 ---0 --
19:numpy.random.normal8:function0 ---0 --
20:numpy.random.uniform8:function0 ---0 --
24:numpy.random.exponential8:function0 ---0 --
20:numpy.random.poisson8:function0 ---0 --
21:numpy.random.binomial8:function0 ---0 --
28:numpy.random.standard_normal8:function0 ---0 --
17:numpy.random.beta8:function0 ---0 --
18:numpy.random.gamma8:function0 ---0 --
32:numpy.random.multivariate_normal8:function0 ---0 --17 
17:numpy.random.rand8:function0 ---0 --
18:numpy.random.randn8:function0 ---0 --
19:numpy.random.random8:function0 ---0 --
26:numpy.random.random_sample8:function0 ---0 --
20:numpy.random.randint8:function0 ---0 --
19:numpy.random.choice8:function0 ---0 --
20:numpy.random.shuffle8:function0 ---0 --
24:numpy.random.permutation8:function0 ---0 --
19:numpy.random.normal8:function0 ---0 --
20:numpy.random.uniform8:function0 ---0 --
24:numpy.random.exponential8:function0 ---0 --
20:numpy.random.poisson8:function0 ---0 --
21:numpy.random.binomial8:function0 ---0 --
28:numpy.random.standard_normal8:function0 ---0 --
17:numpy.random.beta8:function0 ---0 --
18:numpy.random.gamma8:function0 ---0 --
32:numpy.random.multivariate_normal8:function0 ---0 --0 2 17:numpy.random.seed22:numpy.random.set_state0 0 1 
0:9:uncertain58:draws the same numbers as every other child of that parent-0 -0 0 94:keeps one random state for the whole process, and every forked child goes on from a copy of it215:Seed in the child, `numpy.random.seed()` in the pool's initializer, or make a `numpy.random.default_rng()` there; for runs that can be repeated hand every child a seed from `numpy.random.SeedSequence(...).spawn(n)`.-40:Seeded afresh, a run cannot be repeated.4 59:https://numpy.org/doc/stable/reference/random/parallel.html46:https://github.com/pytorch/pytorch/issues/505945:https://github.com/pytorch/pytorch/pull/5648847:https://github.com/pytorch/pytorch/issues/413293 
3:bad105:The parent has drawn numbers, and each of the four workers goes on from there: they draw the same points.353:from multiprocessing import Pool

import numpy as np


def estimate(samples):
    points = np.random.rand(samples, 2)
    return 4 * ((points ** 2).sum(axis=1) < 1).mean()


def main():
    print(estimate(100))
    with Pool(4) as pool:  # warning: FG106
        print(np.mean(pool.map(estimate, [100_000] * 4)))


if __name__ == "__main__":
    main()
0 +4:3.12
4:good42:The initializer seeds every worker afresh.363:from multiprocessing import Pool

import numpy as np


def estimate(samples):
    points = np.random.rand(samples, 2)
    return 4 * ((points ** 2).sum(axis=1) < 1).mean()


def main():
    print(estimate(100))
    with Pool(4, initializer=np.random.seed) as pool:
        print(np.mean(pool.map(estimate, [100_000] * 4)))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss63:Python's own `random` seeds itself again in every forked child.395:import random
from multiprocessing import Pool

import numpy as np


def estimate(samples):
    inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(samples))
    return 4 * inside / samples


def main():
    print(estimate(100), np.random.rand())
    with Pool(4) as pool:
        print(np.mean(pool.map(estimate, [100_000] * 4)))


if __name__ == "__main__":
    main()
0 +4:3.12-0 6 27:torch.utils.data.DataLoader38:torch.utils.data.dataloader.DataLoader48:torchdata.stateful_dataloader.StatefulDataLoader33:torch_geometric.loader.DataLoader31:torch_geometric.data.DataLoader21:monai.data.DataLoader0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:obstore7:obstore5:FG1026:python1 7:obstore1 7:obstore7:process-+--38 
11:obstore.put8:function0 ---0 --
11:obstore.get8:function0 ---0 --
17:obstore.get_range8:function0 ---0 --
12:obstore.head8:function0 ---0 --
12:obstore.list8:function0 ---0 --
14:obstore.delete8:function0 ---0 --
19:obstore.open_reader8:function0 ---0 --
27:obstore.list_with_delimiter8:function0 ---0 --
25:obstore.store.S3Store.put6:method0 ---0 --
25:obstore.store.S3Store.get6:method0 ---0 --
31:obstore.store.S3Store.get_range6:method0 ---0 --
26:obstore.store.S3Store.head6:method0 ---0 --
26:obstore.store.S3Store.list6:method0 ---0 --
28:obstore.store.S3Store.delete6:method0 ---0 --
26:obstore.store.GCSStore.put6:method0 ---0 --
26:obstore.store.GCSStore.get6:method0 ---0 --
32:obstore.store.GCSStore.get_range6:method0 ---0 --
27:obstore.store.GCSStore.head6:method0 ---0 --
27:obstore.store.GCSStore.list6:method0 ---0 --
29:obstore.store.GCSStore.delete6:method0 ---0 --
28:obstore.store.AzureStore.put6:method0 ---0 --
28:obstore.store.AzureStore.get6:method0 ---0 --
34:obstore.store.AzureStore.get_range6:method0 ---0 --
29:obstore.store.AzureStore.head6:method0 ---0 --
29:obstore.store.AzureStore.list6:method0 ---0 --
31:obstore.store.AzureStore.delete6:method0 ---0 --
27:obstore.store.HTTPStore.put6:method0 ---0 --
27:obstore.store.HTTPStore.get6:method0 ---0 --
33:obstore.store.HTTPStore.get_range6:method0 ---0 --
28:obstore.store.HTTPStore.head6:method0 ---0 --
28:obstore.store.HTTPStore.list6:method0 ---0 --
30:obstore.store.HTTPStore.delete6:method0 ---0 --
28:obstore.store.LocalStore.put6:method0 ---0 --
28:obstore.store.LocalStore.get6:method0 ---0 --
34:obstore.store.LocalStore.get_range6:method0 ---0 --
29:obstore.store.LocalStore.head6:method0 ---0 --
29:obstore.store.LocalStore.list6:method0 ---0 --
31:obstore.store.LocalStore.delete6:method0 ---0 --0 6 21:obstore.store.S3Store22:obstore.store.GCSStore24:obstore.store.AzureStore23:obstore.store.HTTPStore24:obstore.store.LocalStore25:obstore.store.MemoryStore0 0 12 24:obstore.store.AzureStore24:obstore.store.AzureStore33:obstore.store.AzureStore.from_url24:obstore.store.AzureStore22:obstore.store.GCSStore22:obstore.store.GCSStore31:obstore.store.GCSStore.from_url22:obstore.store.GCSStore23:obstore.store.HTTPStore23:obstore.store.HTTPStore32:obstore.store.HTTPStore.from_url23:obstore.store.HTTPStore24:obstore.store.LocalStore24:obstore.store.LocalStore33:obstore.store.LocalStore.from_url24:obstore.store.LocalStore25:obstore.store.MemoryStore25:obstore.store.MemoryStore21:obstore.store.S3Store21:obstore.store.S3Store30:obstore.store.S3Store.from_url21:obstore.store.S3Store22:obstore.store.from_url21:obstore.store.S3Store2 
6:<0.7.05:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic
7:>=0.7.04:hang66:hangs without a word, or now and then dies of a segmentation fault-0 -2 15:tokio-rt-worker15:tokio-runtime-w0 102:sends every request on one Tokio runtime of the whole process, whose threads stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 85:https://github.com/developmentseed/obstore/blob/main/pyo3-object_store/src/runtime.rs45:https://github.com/tokio-rs/tokio/issues/43013 
3:bad97:The parent's request starts the runtime, and the child's waits for threads that it does not have.392:from multiprocessing import Process

import obstore
from obstore.store import S3Store


def size(key):
    store = S3Store("sales", region="eu-central-1")
    print(key, len(obstore.get(store, key).bytes()))


def main():
    size("north.csv")
    worker = Process(target=size, args=("south.csv",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good47:The spawned worker starts a runtime of its own.401:from multiprocessing import get_context

import obstore
from obstore.store import S3Store


def size(key):
    store = S3Store("sales", region="eu-central-1")
    print(key, len(obstore.get(store, key).bytes()))


def main():
    size("north.csv")
    worker = get_context("spawn").Process(target=size, args=("south.csv",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss50:Building a store sends nothing and starts nothing.405:from multiprocessing import Process

import obstore
from obstore.store import S3Store


def size(key):
    store = S3Store("sales", region="eu-central-1")
    print(key, len(obstore.get(store, key).bytes()))


def main():
    print(S3Store("sales", region="eu-central-1"))
    worker = Process(target=size, args=("south.csv",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:opendal7:OpenDAL5:FG1026:python1 7:opendal1 7:opendal7:process-+--1 
16:opendal.Operator11:constructor0 ---0 --7 
21:opendal.Operator.read6:method0 ---0 --
22:opendal.Operator.write6:method0 ---0 --
21:opendal.Operator.list6:method0 ---0 --
21:opendal.Operator.stat6:method0 ---0 --
23:opendal.Operator.delete6:method0 ---0 --
23:opendal.Operator.exists6:method0 ---0 --
21:opendal.Operator.open6:method0 ---0 --0 0 0 3 16:opendal.Operator16:opendal.Operator25:opendal.Operator.from_uri16:opendal.Operator22:opendal.Operator.layer16:opendal.Operator2 
7:<0.46.02:ok50:works with local files: operators start no threads-0 -
8:>=0.46.04:hang20:hangs without a word-0 -2 15:tokio-rt-worker15:tokio-runtime-w0 150:runs its blocking operators on one Tokio runtime of the whole process, which starts with the first operator, and its threads stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 45:https://github.com/apache/opendal/issues/533045:https://github.com/tokio-rs/tokio/issues/43013 
3:bad117:Building the operator starts the runtime in the parent; the child's operator waits for threads that it does not have.348:from multiprocessing import Process

import opendal


def size(name):
    store = opendal.Operator("fs", root="/data/sales")
    print(name, len(store.read(name)))


def main():
    size("north.csv")
    worker = Process(target=size, args=("south.csv",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good47:The spawned worker starts a runtime of its own.357:from multiprocessing import get_context

import opendal


def size(name):
    store = opendal.Operator("fs", root="/data/sales")
    print(name, len(store.read(name)))


def main():
    size("north.csv")
    worker = get_context("spawn").Process(target=size, args=("south.csv",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss33:Importing opendal starts nothing.338:from multiprocessing import Process

import opendal


def size(name):
    store = opendal.Operator("fs", root="/data/sales")
    print(name, len(store.read(name)))


def main():
    print(opendal.__name__)
    worker = Process(target=size, args=("south.csv",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:oracledb15:python-oracledb5:FG1046:python2 8:oracledb9:cx_Oracle2 8:oracledb9:cx-oracle6:handle-++-4 
16:oracledb.connect8:function0 ---0 --
17:cx_Oracle.connect8:function0 ---0 --
20:oracledb.create_pool8:function0 ---0 --
21:cx_Oracle.SessionPool8:function0 ---0 --16 
26:oracledb.Connection.cursor6:method0 ---0 --
26:oracledb.Connection.commit6:method0 ---0 --
28:oracledb.Connection.rollback6:method0 ---0 --
27:oracledb.Connection.execute6:method0 ---0 --
24:oracledb.Connection.ping6:method0 ---0 --
23:oracledb.Cursor.execute6:method0 ---0 --
27:oracledb.Cursor.executemany6:method0 ---0 --
24:oracledb.Cursor.callproc6:method0 ---0 --
24:oracledb.Cursor.fetchone6:method0 ---0 --
25:oracledb.Cursor.fetchmany6:method0 ---0 --
24:oracledb.Cursor.fetchall6:method0 ---0 --
31:oracledb.ConnectionPool.acquire6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --
25:oracledb.Connection.close6:method0 ---0 --
28:oracledb.Connection.__exit__6:method0 ---0 --0 2 25:oracledb.Connection.close28:oracledb.Connection.__exit__1 20:cx_Oracle.Connection19:oracledb.Connection6 21:cx_Oracle.SessionPool23:oracledb.ConnectionPool17:cx_Oracle.connect19:oracledb.Connection26:oracledb.Connection.cursor15:oracledb.Cursor31:oracledb.ConnectionPool.acquire19:oracledb.Connection16:oracledb.connect19:oracledb.Connection20:oracledb.create_pool23:oracledb.ConnectionPool1 
0:9:uncertain91:reads answers that are meant for the parent or another child, or waits for ever for its own-0 -0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.4 53:https://github.com/oracle/python-cx_Oracle/issues/26453:https://github.com/oracle/python-cx_Oracle/issues/47052:https://github.com/oracle/python-oracledb/issues/29247:https://github.com/benoitc/gunicorn/issues/19533 
3:bad84:The connection is opened at import, and every forked worker asks through its socket.377:from multiprocessing import Pool

import oracledb

connection = oracledb.connect(user="shop", dsn="host/shop")


def count(table):
    cursor = connection.cursor()
    cursor.execute(f"select count(*) from {table}")
    return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12
4:good48:Every worker connects in the pool's initializer.441:from multiprocessing import Pool

import oracledb

connection = None


def connect():
    global connection
    connection = oracledb.connect(user="shop", dsn="host/shop")


def count(table):
    cursor = connection.cursor()
    cursor.execute(f"select count(*) from {table}")
    return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12
9:near-miss55:The parent closes its connection before the pool forks.442:from multiprocessing import Pool

import oracledb

connection = oracledb.connect(user="shop", dsn="host/shop")
connection.close()


def count(table):
    connection = oracledb.connect(user="shop", dsn="host/shop")
    cursor = connection.cursor()
    cursor.execute(f"select count(*) from {table}")
    return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
9:paho-mqtt9:Paho MQTT5:FG1046:python1 4:paho1 9:paho-mqtt6:handle-++-1 
34:paho.mqtt.client.Client.loop_start6:method0 ---0 --3 
31:paho.mqtt.client.Client.publish6:method0 ---0 --
33:paho.mqtt.client.Client.subscribe6:method0 ---0 --
35:paho.mqtt.client.Client.unsubscribe6:method0 ---0 --0 1 33:paho.mqtt.client.Client.loop_stop0 1 23:paho.mqtt.client.Client23:paho.mqtt.client.Client1 
0:4:hang105:publishes nothing: the message stays in its queue without an error, and `wait_for_publish` waits for ever-0 -0 0 98:sends and receives on the thread that `loop_start` began, which a fork leaves behind in the parent136:Make the client and call `loop_start` in the child, in the worker's function or in its initializer; or call `loop_stop` before the fork.-63:Each process connects for itself, under a client id of its own.2 59:https://github.com/eclipse-paho/paho.mqtt.python/issues/42459:https://github.com/eclipse-paho/paho.mqtt.python/issues/7433 
3:bad71:The thread that would send the child's message runs in the parent only.374:from multiprocessing import Process

import paho.mqtt.client as mqtt

client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
client.connect("localhost")
client.loop_start()


def work(number):
    client.publish("jobs", number).wait_for_publish()


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good36:The child makes a client of its own.473:from multiprocessing import Process

import paho.mqtt.client as mqtt

client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
client.connect("localhost")
client.loop_start()


def work(number):
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
    client.connect("localhost")
    client.loop_start()
    client.publish("jobs", number).wait_for_publish()


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss26:Only the parent publishes.366:from multiprocessing import Process

import paho.mqtt.client as mqtt

client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
client.connect("localhost")
client.loop_start()


def work(number):
    return number * number


if __name__ == "__main__":
    worker = Process(target=work, args=(1,))
    worker.start()
    worker.join()
    client.publish("jobs", "done")
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:paramiko8:Paramiko5:FG1046:python1 8:paramiko1 8:paramiko6:handle-++-4 
26:paramiko.SSHClient.connect6:method0 ---0 --
26:paramiko.Transport.connect6:method0 ---0 --
31:paramiko.Transport.start_client6:method0 ---0 --
34:paramiko.SFTPClient.from_transport8:function0 ---0 --23 
31:paramiko.SSHClient.exec_command6:method0 ---0 --
31:paramiko.SSHClient.invoke_shell6:method0 ---0 --
28:paramiko.SSHClient.open_sftp6:method0 ---0 --
31:paramiko.Transport.open_session6:method0 ---0 --
31:paramiko.Transport.open_channel6:method0 ---0 --
23:paramiko.SFTPClient.get6:method0 ---0 --
23:paramiko.SFTPClient.put6:method0 ---0 --
24:paramiko.SFTPClient.open6:method0 ---0 --
24:paramiko.SFTPClient.file6:method0 ---0 --
27:paramiko.SFTPClient.listdir6:method0 ---0 --
32:paramiko.SFTPClient.listdir_attr6:method0 ---0 --
24:paramiko.SFTPClient.stat6:method0 ---0 --
25:paramiko.SFTPClient.lstat6:method0 ---0 --
26:paramiko.SFTPClient.remove6:method0 ---0 --
26:paramiko.SFTPClient.rename6:method0 ---0 --
25:paramiko.SFTPClient.mkdir6:method0 ---0 --
25:paramiko.SFTPClient.rmdir6:method0 ---0 --
25:paramiko.SFTPClient.chdir6:method0 ---0 --
25:paramiko.SFTPClient.getfo6:method0 ---0 --
25:paramiko.SFTPClient.putfo6:method0 ---0 --
25:paramiko.SFTPClient.chmod6:method0 ---0 --
29:paramiko.SFTPClient.normalize6:method0 ---0 --
35:paramiko.Transport.open_sftp_client6:method0 ---0 --0 4 24:paramiko.SSHClient.close27:paramiko.SSHClient.__exit__24:paramiko.Transport.close25:paramiko.SFTPClient.close3 25:paramiko.client.SSHClient18:paramiko.SSHClient31:paramiko.sftp_client.SFTPClient19:paramiko.SFTPClient28:paramiko.transport.Transport18:paramiko.Transport6 34:paramiko.SFTPClient.from_transport19:paramiko.SFTPClient18:paramiko.SSHClient18:paramiko.SSHClient32:paramiko.SSHClient.get_transport18:paramiko.Transport28:paramiko.SSHClient.open_sftp19:paramiko.SFTPClient18:paramiko.Transport18:paramiko.Transport35:paramiko.Transport.open_sftp_client19:paramiko.SFTPClient1 
0:4:hang55:waits for answers that nobody reads, an hour by default-0 -0 0 91:reads its connection on a thread of the transport, which a fork leaves behind in the parent119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.3 47:https://github.com/paramiko/paramiko/issues/44647:https://github.com/paramiko/paramiko/issues/62054:https://docs.paramiko.org/en/stable/api/transport.html3 
3:bad85:The thread that would read the answer to the child's command runs in the parent only.352:from multiprocessing import Process

import paramiko

client = paramiko.SSHClient()
client.connect("build.example.org", username="ci")


def run(command):
    print(client.exec_command(command)[1].read())


if __name__ == "__main__":
    run("uptime")
    worker = Process(target=run, args=("df",))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good38:The child has a connection of its own.425:from multiprocessing import Process

import paramiko

client = paramiko.SSHClient()
client.connect("build.example.org", username="ci")


def run(command):
    client = paramiko.SSHClient()
    client.connect("build.example.org", username="ci")
    print(client.exec_command(command)[1].read())


if __name__ == "__main__":
    run("uptime")
    worker = Process(target=run, args=("df",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss91:The parent closes its connection before the workers start, and they connect for themselves.368:from multiprocessing import Pool

import paramiko


def uptime(host):
    with paramiko.SSHClient() as client:
        client.connect(host, username="ci")
        return client.exec_command("uptime")[1].read()


if __name__ == "__main__":
    print(uptime("a.example.org"))
    with Pool(2) as pool:
        print(pool.map(uptime, ["a.example.org", "b.example.org"]))
0 +4:3.12-0 0 0 1 34:paramiko.SFTPClient.from_transport1:t0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
6:peewee6:peewee5:FG1046:python2 6:peewee9:playhouse1 6:peewee7:process-++-35 
16:peewee.Model.get6:method0 ---0 --
24:peewee.Model.get_or_none6:method0 ---0 --
22:peewee.Model.get_by_id6:method0 ---0 --
26:peewee.Model.get_or_create6:method0 ---0 --
19:peewee.Model.create6:method0 ---0 --
36:peewee.Model.insert_many().*.execute6:method0 ---0 --
17:peewee.Model.save6:method0 ---0 --
28:peewee.Model.delete_instance6:method0 ---0 --
25:peewee.Model.create_table6:method0 ---0 --
23:peewee.Model.drop_table6:method0 ---0 --
25:peewee.Model.delete_by_id6:method0 ---0 --
31:peewee.Model.select().*.execute6:method0 ---0 --
29:peewee.Model.select().*.count6:method0 ---0 --
27:peewee.Model.select().*.get6:method0 ---0 --
29:peewee.Model.select().*.first6:method0 ---0 --
30:peewee.Model.select().*.exists6:method0 ---0 --
30:peewee.Model.select().*.scalar6:method0 ---0 --
32:peewee.Model.select().*.__iter__6:method0 ---0 --
31:peewee.Model.select().*.__len__6:method0 ---0 --
31:peewee.Model.insert().*.execute6:method0 ---0 --
31:peewee.Model.update().*.execute6:method0 ---0 --
31:peewee.Model.delete().*.execute6:method0 ---0 --
32:peewee.Model.replace().*.execute6:method0 ---0 --
29:peewee.SqliteDatabase.connect6:method0 ---0 --
33:peewee.SqliteDatabase.execute_sql6:method0 ---0 --
35:peewee.SqliteDatabase.create_tables6:method0 ---0 --
33:peewee.SqliteDatabase.drop_tables6:method0 ---0 --
33:peewee.PostgresqlDatabase.connect6:method0 ---0 --
37:peewee.PostgresqlDatabase.execute_sql6:method0 ---0 --
39:peewee.PostgresqlDatabase.create_tables6:method0 ---0 --
37:peewee.PostgresqlDatabase.drop_tables6:method0 ---0 --
28:peewee.MySQLDatabase.connect6:method0 ---0 --
32:peewee.MySQLDatabase.execute_sql6:method0 ---0 --
34:peewee.MySQLDatabase.create_tables6:method0 ---0 --
32:peewee.MySQLDatabase.drop_tables6:method0 ---0 --35 
16:peewee.Model.get6:method0 ---0 --
24:peewee.Model.get_or_none6:method0 ---0 --
22:peewee.Model.get_by_id6:method0 ---0 --
26:peewee.Model.get_or_create6:method0 ---0 --
19:peewee.Model.create6:method0 ---0 --
36:peewee.Model.insert_many().*.execute6:method0 ---0 --
17:peewee.Model.save6:method0 ---0 --
28:peewee.Model.delete_instance6:method0 ---0 --
25:peewee.Model.create_table6:method0 ---0 --
23:peewee.Model.drop_table6:method0 ---0 --
25:peewee.Model.delete_by_id6:method0 ---0 --
31:peewee.Model.select().*.execute6:method0 ---0 --
29:peewee.Model.select().*.count6:method0 ---0 --
27:peewee.Model.select().*.get6:method0 ---0 --
29:peewee.Model.select().*.first6:method0 ---0 --
30:peewee.Model.select().*.exists6:method0 ---0 --
30:peewee.Model.select().*.scalar6:method0 ---0 --
31:peewee.Model.select().*.__len__6:method0 ---0 --
31:peewee.Model.insert().*.execute6:method0 ---0 --
31:peewee.Model.update().*.execute6:method0 ---0 --
31:peewee.Model.delete().*.execute6:method0 ---0 --
32:peewee.Model.replace().*.execute6:method0 ---0 --
29:peewee.SqliteDatabase.connect6:method0 ---0 --
33:peewee.SqliteDatabase.execute_sql6:method0 ---0 --
35:peewee.SqliteDatabase.create_tables6:method0 ---0 --
33:peewee.SqliteDatabase.drop_tables6:method0 ---0 --
33:peewee.PostgresqlDatabase.connect6:method0 ---0 --
37:peewee.PostgresqlDatabase.execute_sql6:method0 ---0 --
39:peewee.PostgresqlDatabase.create_tables6:method0 ---0 --
37:peewee.PostgresqlDatabase.drop_tables6:method0 ---0 --
28:peewee.MySQLDatabase.connect6:method0 ---0 --
32:peewee.MySQLDatabase.execute_sql6:method0 ---0 --
34:peewee.MySQLDatabase.create_tables6:method0 ---0 --
32:peewee.MySQLDatabase.drop_tables6:method0 ---0 --
19:peewee.Model.select6:method0 ---0 --0 9 27:peewee.SqliteDatabase.close30:peewee.SqliteDatabase.__exit__51:peewee.SqliteDatabase.connection_context().__exit__31:peewee.PostgresqlDatabase.close34:peewee.PostgresqlDatabase.__exit__55:peewee.PostgresqlDatabase.connection_context().__exit__26:peewee.MySQLDatabase.close29:peewee.MySQLDatabase.__exit__50:peewee.MySQLDatabase.connection_context().__exit__5 34:playhouse.pool.PooledMySQLDatabase20:peewee.MySQLDatabase39:playhouse.pool.PooledPostgresqlDatabase25:peewee.PostgresqlDatabase35:playhouse.pool.PooledSqliteDatabase21:peewee.SqliteDatabase44:playhouse.postgres_ext.PostgresqlExtDatabase25:peewee.PostgresqlDatabase38:playhouse.sqlite_ext.SqliteExtDatabase21:peewee.SqliteDatabase3 20:peewee.MySQLDatabase20:peewee.MySQLDatabase25:peewee.PostgresqlDatabase25:peewee.PostgresqlDatabase21:peewee.SqliteDatabase21:peewee.SqliteDatabase1 
0:4:hang87:reads answers that are meant for the parent or another child, and mostly waits for ever-0 -0 0 96:keeps the open connection of a database object, and a fork hands its socket or file to the child97:Call `db.close()` right before the fork; parent and child then connect again at their next query.-103:One more connection for each process. Closing in the child instead ends the session of the parent, too.3 46:https://github.com/coleifer/peewee/issues/281146:https://github.com/coleifer/peewee/issues/129046:https://github.com/coleifer/peewee/issues/17833 
3:bad89:The query before the pool opens the connection, and four children ask through one socket.411:from multiprocessing import Pool

from peewee import CharField, Model, PostgresqlDatabase

db = PostgresqlDatabase("library")


class Book(Model):
    title = CharField()

    class Meta:
        database = db


def show(key):
    print(Book.get_by_id(key).title)


if __name__ == "__main__":
    keys = [book.id for book in Book.select()]
    with Pool(4) as pool:  # error: FG104
        pool.map(show, keys)
0 +4:3.12
4:good59:Without an open connection each child opens one of its own.410:from multiprocessing import Pool

from peewee import CharField, Model, PostgresqlDatabase

db = PostgresqlDatabase("library")


class Book(Model):
    title = CharField()

    class Meta:
        database = db


def show(key):
    print(Book.get_by_id(key).title)


if __name__ == "__main__":
    keys = [book.id for book in Book.select()]
    db.close()
    with Pool(4) as pool:
        pool.map(show, keys)
0 +4:3.12
9:near-miss73:The parent asks nothing: the first connections are those of the children.355:from multiprocessing import Pool

from peewee import CharField, Model, PostgresqlDatabase

db = PostgresqlDatabase("library")


class Book(Model):
    title = CharField()

    class Meta:
        database = db


def show(key):
    print(Book.get_by_id(key).title)


if __name__ == "__main__":
    with Pool(4) as pool:
        pool.map(show, range(1, 9))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 +0 0 0 0 0 0 -0 -+-0 
4:pika4:Pika5:FG1046:python1 4:pika1 4:pika6:handle-++-1 
23:pika.BlockingConnection11:constructor0 ---0 --25 
31:pika.BlockingConnection.channel6:method0 ---0 --
47:pika.BlockingConnection.channel().basic_publish6:method0 ---0 --
43:pika.BlockingConnection.channel().basic_get6:method0 ---0 --
47:pika.BlockingConnection.channel().basic_consume6:method0 ---0 --
41:pika.BlockingConnection.channel().consume6:method0 ---0 --
49:pika.BlockingConnection.channel().start_consuming6:method0 ---0 --
43:pika.BlockingConnection.process_data_events6:method0 ---0 --
47:pika.BlockingConnection.channel().queue_declare6:method0 ---0 --
50:pika.BlockingConnection.channel().exchange_declare6:method0 ---0 --
44:pika.BlockingConnection.channel().queue_bind6:method0 ---0 --
43:pika.BlockingConnection.channel().basic_ack6:method0 ---0 --
44:pika.BlockingConnection.channel().basic_nack6:method0 ---0 --
43:pika.BlockingConnection.channel().basic_qos6:method0 ---0 --
46:pika.BlockingConnection.channel().basic_reject6:method0 ---0 --
46:pika.BlockingConnection.channel().basic_cancel6:method0 ---0 --
40:pika.BlockingConnection.channel().cancel6:method0 ---0 --
46:pika.BlockingConnection.channel().queue_delete6:method0 ---0 --
45:pika.BlockingConnection.channel().queue_purge6:method0 ---0 --
46:pika.BlockingConnection.channel().queue_unbind6:method0 ---0 --
49:pika.BlockingConnection.channel().exchange_delete6:method0 ---0 --
47:pika.BlockingConnection.channel().exchange_bind6:method0 ---0 --
50:pika.BlockingConnection.channel().confirm_delivery6:method0 ---0 --
43:pika.BlockingConnection.channel().tx_commit6:method0 ---0 --
29:pika.BlockingConnection.close6:method0 ---0 --
32:pika.BlockingConnection.__exit__6:method0 ---0 --0 3 29:pika.BlockingConnection.close32:pika.BlockingConnection.__exit__50:pika.BlockingConnection.channel().connection.close2 32:pika.adapters.BlockingConnection23:pika.BlockingConnection52:pika.adapters.blocking_connection.BlockingConnection23:pika.BlockingConnection2 23:pika.BlockingConnection23:pika.BlockingConnection31:pika.BlockingConnection.channel33:pika.BlockingConnection.channel()1 
0:9:uncertain100:mixes its frames with those of the other users of the socket, until the broker closes the connection-0 -0 0 98:keeps one socket to the broker in every connection, and a fork makes two processes of its one user119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the broker for each process.3 39:https://github.com/pika/pika/issues/99239:https://github.com/pika/pika/issues/76646:https://pika.readthedocs.io/en/stable/faq.html5 
3:bad48:Two children write frames to one socket at once.363:from multiprocessing import Pool

import pika

connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
channel = connection.channel()


def announce(name):
    channel.basic_publish(exchange="", routing_key="jobs", body=name)


if __name__ == "__main__":
    with Pool(2) as pool:  # warning: FG104
        pool.map(announce, ["one", "two"])
0 +4:3.12
4:good38:Each call has a connection of its own.341:from multiprocessing import Pool

import pika


def announce(name):
    with pika.BlockingConnection(pika.ConnectionParameters("localhost")) as connection:
        connection.channel().basic_publish(exchange="", routing_key="jobs", body=name)


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(announce, ["one", "two"])
0 +4:3.12
9:near-miss72:The parent closes its connection before the workers start; they compute.440:from multiprocessing import Pool

import pika


def square(number):
    return number * number


if __name__ == "__main__":
    connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
    connection.channel().queue_declare(queue="squares")
    with Pool(2) as pool:
        for result in pool.imap(square, range(10)):
            connection.channel().basic_publish(exchange="", routing_key="squares", body=str(result))
0 +4:3.12
3:bad79:Only the channel is closed: the child opens another one on the parent's socket.324:import os

import pika

connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
channel = connection.channel()
channel.queue_declare("jobs")
channel.close()
if os.fork() == 0:  # warning: FG104
    connection.channel().queue_declare("child")
    os._exit(0)
connection.channel().queue_declare("parent")
0 +4:3.12
9:near-miss42:With the connection its channel is closed.288:import os

import pika

connection = pika.BlockingConnection(pika.ConnectionParameters("localhost"))
channel = connection.channel()
channel.queue_declare("jobs")
connection.close()
if os.fork() == 0:
    channel.basic_publish(exchange="", routing_key="jobs", body="late")
    os._exit(0)
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
6:polars6:polars5:FG1026:python1 6:polars1 6:polars7:process-+--126 
15:polars.read_csv8:function0 ---0 --
19:polars.read_parquet8:function0 ---0 --
13:polars.concat8:function1 5:items---2 
3:how5 2 10:horizontal
3:how5 2 8:diagonal--
20:polars.DataFrame.sql6:method0 ---0 --
25:polars.SQLContext.execute6:method0 +5:eager3 1 +--0 --
10:polars.sql8:function0 +5:eager3 1 +--0 --
23:polars.DataFrame.filter6:method0 ---0 --
21:polars.DataFrame.sort6:method0 ---0 --
21:polars.DataFrame.join6:method0 ---0 --
23:polars.DataFrame.unique6:method0 ---0 --
26:polars.DataFrame.write_csv6:method0 ---0 --
30:polars.DataFrame.write_parquet6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.agg6:method0 ---0 --
24:polars.LazyFrame.collect6:method0 ---0 --
25:polars.LazyFrame.sink_csv6:method0 ---0 --
29:polars.LazyFrame.sink_parquet6:method0 ---0 --
25:polars.LazyFrame.sink_ipc6:method0 ---0 --
28:polars.LazyFrame.sink_ndjson6:method0 ---0 --
18:polars.Series.sort6:method0 ---0 --
23:polars.DataFrame.select6:method0 ---0 --
29:polars.DataFrame.with_columns6:method0 ---0 --
18:polars.read_ndjson8:function0 ---0 --
18:polars.collect_all8:function0 ---0 --
17:polars.read_excel8:function0 -+6:polars7:>=2.0.0-0 --
15:polars.read_ipc8:function0 -+6:polars7:>=2.0.0-0 --
26:polars.DataFrame.write_ipc6:method0 -+6:polars7:>=2.0.0-0 --
29:polars.DataFrame.write_ndjson6:method0 -+6:polars7:>=2.0.0-0 --
24:polars.DataFrame.explode6:method0 ---0 --
22:polars.DataFrame.pivot6:method0 ---0 --
24:polars.DataFrame.unpivot6:method0 -+6:polars11:>=1.38,<2.1-0 --
26:polars.DataFrame.join_asof6:method0 ---0 --
27:polars.DataFrame.join_where6:method0 ---0 --
29:polars.DataFrame.partition_by6:method0 ---0 --
25:polars.DataFrame.describe6:method0 ---0 --
27:polars.DataFrame.to_dummies6:method0 ---0 --
25:polars.DataFrame.n_unique6:method0 ---0 --
30:polars.DataFrame.is_duplicated6:method0 ---0 --
20:polars.DataFrame.sum6:method0 ---0 --
21:polars.DataFrame.mean6:method0 ---0 --
20:polars.DataFrame.max6:method0 ---0 --
26:polars.DataFrame.transpose6:method0 ---0 --
21:polars.DataFrame.corr6:method0 ---0 --
29:polars.DataFrame.merge_sorted6:method0 ---0 --
27:polars.DataFrame.drop_nulls6:method0 ---0 --
26:polars.DataFrame.fill_null6:method0 ---0 --
23:polars.DataFrame.sample6:method0 ---0 --
22:polars.DataFrame.top_k6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.len6:method0 ---0 --
39:polars.dataframe.group_by.GroupBy.first6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.sum6:method0 ---0 --
44:polars.dataframe.group_by.GroupBy.map_groups6:method0 ---0 --
44:polars.dataframe.group_by.RollingGroupBy.agg6:method0 ---0 --
44:polars.dataframe.group_by.DynamicGroupBy.agg6:method0 ---0 --
20:polars.Series.unique6:method0 ---0 --
22:polars.Series.n_unique6:method0 ---0 --
22:polars.Series.arg_sort6:method0 ---0 --
18:polars.Series.rank6:method0 ---0 --
19:polars.Series.is_in6:method0 ---0 --
26:polars.Series.value_counts6:method0 ---0 --
20:polars.DataFrame.min6:method0 ---0 --
23:polars.DataFrame.median6:method0 ---0 --
20:polars.DataFrame.std6:method0 ---0 --
25:polars.DataFrame.bottom_k6:method0 ---0 --
26:polars.DataFrame.is_unique6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.last6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.mean6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.min6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.max6:method0 ---0 --
42:polars.dataframe.group_by.GroupBy.__iter__6:method0 ---0 --
49:polars.dataframe.group_by.RollingGroupBy.__iter__6:method0 ---0 --
49:polars.dataframe.group_by.DynamicGroupBy.__iter__6:method0 ---0 --
40:polars.dataframe.group_by.GroupBy.median6:method0 ---0 --
42:polars.dataframe.group_by.GroupBy.n_unique6:method0 ---0 --
42:polars.dataframe.group_by.GroupBy.quantile6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.all6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.head6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.tail6:method0 ---0 --
39:polars.dataframe.group_by.GroupBy.count6:method0 -+6:polars6:<2.0.0-0 --
22:polars.DataFrame.shift6:method0 ---0 --
23:polars.DataFrame.update6:method0 ---0 --
28:polars.DataFrame.interpolate6:method0 ---0 --
29:polars.DataFrame.gather_every6:method0 ---0 --
26:polars.DataFrame.hash_rows6:method0 ---0 --
24:polars.DataFrame.reverse6:method0 ---0 --
25:polars.DataFrame.quantile6:method0 ---0 --
20:polars.DataFrame.var6:method0 ---0 --
24:polars.DataFrame.product6:method0 ---0 --
22:polars.DataFrame.count6:method0 ---0 --
32:polars.DataFrame.approx_n_unique6:method0 ---0 --
21:polars.DataFrame.drop6:method0 -+6:polars6:>=1.38-0 --
19:polars.Series.shift6:method0 ---0 --
18:polars.Series.qcut6:method0 ---0 --
19:polars.align_frames8:function0 ---0 --
17:polars.date_range8:function0 +5:eager3 1 +--0 --
21:polars.datetime_range8:function0 +5:eager3 1 +--0 --
17:polars.int_ranges8:function0 +5:eager3 1 +--0 --
25:polars.DataFrame.to_numpy6:method0 ---0 --
21:polars.DataFrame.cast6:method0 ---0 --
25:polars.DataFrame.fill_nan6:method0 ---0 --
31:polars.DataFrame.sum_horizontal6:method0 ---0 --
32:polars.DataFrame.mean_horizontal6:method0 ---0 --
31:polars.DataFrame.max_horizontal6:method0 ---0 --
31:polars.DataFrame.min_horizontal6:method0 ---0 --
23:polars.DataFrame.rename6:method0 -+6:polars6:>=1.38-0 --
17:polars.Series.cut6:method0 ---0 --
18:polars.Series.hist6:method0 ---0 --
13:polars.select8:function0 ---0 --
25:polars.LazyFrame.describe6:method0 ---0 --
21:polars.LazyFrame.show6:method0 ---0 --
32:polars.LazyFrame.collect_batches6:method0 ---0 --
29:polars.LazyFrame.sink_batches6:method0 ---0 --
24:polars.LazyFrame.profile6:method0 ---0 --
22:polars.LazyFrame.fetch6:method0 ---0 --
23:polars.read_csv_batched8:function0 ---0 --
30:polars.LazyFrame.collect_async6:method0 ---0 --
19:polars.Series.top_k6:method0 ---0 --
22:polars.Series.bottom_k6:method0 ---0 --
27:polars.Series.search_sorted6:method0 ---0 --
18:polars.Series.clip6:method0 ---0 --
18:polars.Series.diff6:method0 -+6:polars6:>=1.31-0 --
23:polars.Series.fill_null6:method0 ---0 --
21:polars.Series.replace6:method0 ---0 --
20:polars.Series.sample6:method0 ---0 --
22:polars.Series.describe6:method0 ---0 --
26:polars.Series.str.contains6:method0 ---0 --
23:polars.DataFrame.remove6:method0 ---0 --133 
15:polars.read_csv8:function0 ---0 --
19:polars.read_parquet8:function0 ---0 --
13:polars.concat8:function1 5:items---2 
3:how5 2 10:horizontal
3:how5 2 8:diagonal--
20:polars.DataFrame.sql6:method0 ---0 --
25:polars.SQLContext.execute6:method0 +5:eager3 1 +--0 --
10:polars.sql8:function0 +5:eager3 1 +--0 --
23:polars.DataFrame.filter6:method0 ---0 --
21:polars.DataFrame.sort6:method0 ---0 --
21:polars.DataFrame.join6:method0 ---0 --
23:polars.DataFrame.unique6:method0 ---0 --
26:polars.DataFrame.write_csv6:method0 ---0 --
30:polars.DataFrame.write_parquet6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.agg6:method0 ---0 --
24:polars.LazyFrame.collect6:method0 ---0 --
25:polars.LazyFrame.sink_csv6:method0 ---0 --
29:polars.LazyFrame.sink_parquet6:method0 ---0 --
25:polars.LazyFrame.sink_ipc6:method0 ---0 --
28:polars.LazyFrame.sink_ndjson6:method0 ---0 --
18:polars.Series.sort6:method0 ---0 --
18:polars.read_ndjson8:function0 ---0 --
18:polars.collect_all8:function0 ---0 --
17:polars.read_excel8:function0 -+6:polars7:>=2.0.0-0 --
15:polars.read_ipc8:function0 -+6:polars7:>=2.0.0-0 --
26:polars.DataFrame.write_ipc6:method0 -+6:polars7:>=2.0.0-0 --
29:polars.DataFrame.write_ndjson6:method0 -+6:polars7:>=2.0.0-0 --
24:polars.DataFrame.explode6:method0 ---0 --
22:polars.DataFrame.pivot6:method0 ---0 --
24:polars.DataFrame.unpivot6:method0 -+6:polars11:>=1.38,<2.1-0 --
26:polars.DataFrame.join_asof6:method0 ---0 --
27:polars.DataFrame.join_where6:method0 ---0 --
29:polars.DataFrame.partition_by6:method0 ---0 --
25:polars.DataFrame.describe6:method0 ---0 --
27:polars.DataFrame.to_dummies6:method0 ---0 --
25:polars.DataFrame.n_unique6:method0 ---0 --
30:polars.DataFrame.is_duplicated6:method0 ---0 --
20:polars.DataFrame.sum6:method0 ---0 --
21:polars.DataFrame.mean6:method0 ---0 --
20:polars.DataFrame.max6:method0 ---0 --
26:polars.DataFrame.transpose6:method0 ---0 --
21:polars.DataFrame.corr6:method0 ---0 --
29:polars.DataFrame.merge_sorted6:method0 ---0 --
27:polars.DataFrame.drop_nulls6:method0 ---0 --
26:polars.DataFrame.fill_null6:method0 ---0 --
23:polars.DataFrame.sample6:method0 ---0 --
22:polars.DataFrame.top_k6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.len6:method0 ---0 --
39:polars.dataframe.group_by.GroupBy.first6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.sum6:method0 ---0 --
44:polars.dataframe.group_by.GroupBy.map_groups6:method0 ---0 --
44:polars.dataframe.group_by.RollingGroupBy.agg6:method0 ---0 --
44:polars.dataframe.group_by.DynamicGroupBy.agg6:method0 ---0 --
20:polars.Series.unique6:method0 ---0 --
22:polars.Series.n_unique6:method0 ---0 --
22:polars.Series.arg_sort6:method0 ---0 --
18:polars.Series.rank6:method0 ---0 --
19:polars.Series.is_in6:method0 ---0 --
20:polars.DataFrame.min6:method0 ---0 --
23:polars.DataFrame.median6:method0 ---0 --
20:polars.DataFrame.std6:method0 ---0 --
25:polars.DataFrame.bottom_k6:method0 ---0 --
26:polars.DataFrame.is_unique6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.last6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.mean6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.min6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.max6:method0 ---0 --
42:polars.dataframe.group_by.GroupBy.__iter__6:method0 ---0 --
49:polars.dataframe.group_by.RollingGroupBy.__iter__6:method0 ---0 --
49:polars.dataframe.group_by.DynamicGroupBy.__iter__6:method0 ---0 --
40:polars.dataframe.group_by.GroupBy.median6:method0 ---0 --
42:polars.dataframe.group_by.GroupBy.n_unique6:method0 ---0 --
42:polars.dataframe.group_by.GroupBy.quantile6:method0 ---0 --
37:polars.dataframe.group_by.GroupBy.all6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.head6:method0 ---0 --
38:polars.dataframe.group_by.GroupBy.tail6:method0 ---0 --
39:polars.dataframe.group_by.GroupBy.count6:method0 -+6:polars6:<2.0.0-0 --
22:polars.DataFrame.shift6:method0 ---0 --
23:polars.DataFrame.update6:method0 ---0 --
28:polars.DataFrame.interpolate6:method0 ---0 --
29:polars.DataFrame.gather_every6:method0 ---0 --
26:polars.DataFrame.hash_rows6:method0 ---0 --
24:polars.DataFrame.reverse6:method0 ---0 --
25:polars.DataFrame.quantile6:method0 ---0 --
20:polars.DataFrame.var6:method0 ---0 --
24:polars.DataFrame.product6:method0 ---0 --
22:polars.DataFrame.count6:method0 ---0 --
32:polars.DataFrame.approx_n_unique6:method0 ---0 --
21:polars.DataFrame.drop6:method0 -+6:polars6:>=1.38-0 --
19:polars.Series.shift6:method0 ---0 --
18:polars.Series.qcut6:method0 ---0 --
19:polars.align_frames8:function0 ---0 --
17:polars.date_range8:function0 +5:eager3 1 +--0 --
21:polars.datetime_range8:function0 +5:eager3 1 +--0 --
17:polars.int_ranges8:function0 +5:eager3 1 +--0 --
17:polars.read_delta8:function0 ---0 --
27:polars.scan_delta().collect6:method0 ---0 --
29:polars.scan_delta().*.collect6:method0 ---0 --
23:polars.DataFrame.select6:method0 +9:arguments2 3 1:1--0 --
29:polars.DataFrame.with_columns6:method0 +9:arguments2 3 1:1--0 --
19:polars.col().filter6:method0 ---0 --
21:polars.col().*.filter6:method0 ---0 --
20:polars.col().sort_by6:method0 ---0 --
22:polars.col().*.sort_by6:method0 ---0 --
18:polars.col().top_k6:method0 ---0 --
20:polars.col().*.top_k6:method0 ---0 --
18:polars.col().is_in6:method0 ---0 --
20:polars.col().*.is_in6:method0 ---0 --
17:polars.col().over6:method0 ---0 --
19:polars.col().*.over6:method0 ---0 --
18:polars.col().shift6:method0 ---0 --
20:polars.col().*.shift6:method0 ---0 --
22:polars.col().fill_null6:method0 ---0 --
24:polars.col().*.fill_null6:method0 ---0 --
25:polars.col().str.contains6:method0 ---0 --
11:polars.corr8:function0 ---0 --
25:polars.LazyFrame.describe6:method0 ---0 --
21:polars.LazyFrame.show6:method0 ---0 --
32:polars.LazyFrame.collect_batches6:method0 ---0 --
29:polars.LazyFrame.sink_batches6:method0 ---0 --
24:polars.LazyFrame.profile6:method0 ---0 --
22:polars.LazyFrame.fetch6:method0 ---0 --
23:polars.read_csv_batched8:function0 ---0 --
30:polars.LazyFrame.collect_async6:method0 ---0 --
19:polars.Series.top_k6:method0 ---0 --
22:polars.Series.bottom_k6:method0 ---0 --
27:polars.Series.search_sorted6:method0 ---0 --
18:polars.Series.clip6:method0 ---0 --
18:polars.Series.diff6:method0 -+6:polars6:>=1.31-0 --
23:polars.Series.fill_null6:method0 ---0 --
21:polars.Series.replace6:method0 ---0 --
20:polars.Series.sample6:method0 ---0 --
22:polars.Series.describe6:method0 ---0 --
26:polars.Series.str.contains6:method0 ---0 --
23:polars.DataFrame.remove6:method0 ---0 --8 16:polars.DataFrame16:polars.LazyFrame13:polars.Series16:polars.read_json15:polars.scan_csv19:polars.scan_parquet15:polars.scan_ipc18:polars.scan_ndjson0 6 26:polars.dataframe.DataFrame16:polars.DataFrame32:polars.dataframe.frame.DataFrame16:polars.DataFrame26:polars.lazyframe.LazyFrame16:polars.LazyFrame32:polars.lazyframe.frame.LazyFrame16:polars.LazyFrame20:polars.series.Series13:polars.Series27:polars.series.series.Series13:polars.Series116 24:polars.DataFrame.__add__16:polars.DataFrame28:polars.DataFrame.__getitem__13:polars.Series24:polars.DataFrame.__mod__16:polars.DataFrame24:polars.DataFrame.__mul__16:polars.DataFrame24:polars.DataFrame.__sub__16:polars.DataFrame28:polars.DataFrame.__truediv__16:polars.DataFrame25:polars.DataFrame.bottom_k16:polars.DataFrame21:polars.DataFrame.cast16:polars.DataFrame22:polars.DataFrame.clone16:polars.DataFrame21:polars.DataFrame.drop16:polars.DataFrame27:polars.DataFrame.drop_nulls16:polars.DataFrame24:polars.DataFrame.explode16:polars.DataFrame25:polars.DataFrame.fill_nan16:polars.DataFrame26:polars.DataFrame.fill_null16:polars.DataFrame23:polars.DataFrame.filter16:polars.DataFrame29:polars.DataFrame.gather_every16:polars.DataFrame27:polars.DataFrame.get_column13:polars.Series25:polars.DataFrame.group_by33:polars.dataframe.group_by.GroupBy33:polars.DataFrame.group_by_dynamic40:polars.dataframe.group_by.DynamicGroupBy26:polars.DataFrame.hash_rows13:polars.Series21:polars.DataFrame.head16:polars.DataFrame23:polars.DataFrame.hstack16:polars.DataFrame28:polars.DataFrame.interpolate16:polars.DataFrame28:polars.DataFrame.iter_slices22:polars.DataFrame.parts21:polars.DataFrame.join16:polars.DataFrame26:polars.DataFrame.join_asof16:polars.DataFrame27:polars.DataFrame.join_where16:polars.DataFrame21:polars.DataFrame.lazy16:polars.LazyFrame22:polars.DataFrame.limit16:polars.DataFrame29:polars.DataFrame.merge_sorted16:polars.DataFrame29:polars.DataFrame.partition_by22:polars.DataFrame.parts34:polars.DataFrame.parts.__getitem__16:polars.DataFrame31:polars.DataFrame.parts.__next__16:polars.DataFrame21:polars.DataFrame.pipe16:polars.DataFrame22:polars.DataFrame.pivot16:polars.DataFrame23:polars.DataFrame.rename16:polars.DataFrame24:polars.DataFrame.reverse16:polars.DataFrame24:polars.DataFrame.rolling40:polars.dataframe.group_by.RollingGroupBy23:polars.DataFrame.sample16:polars.DataFrame23:polars.DataFrame.select16:polars.DataFrame22:polars.DataFrame.shift16:polars.DataFrame22:polars.DataFrame.slice16:polars.DataFrame21:polars.DataFrame.sort16:polars.DataFrame20:polars.DataFrame.sql16:polars.DataFrame21:polars.DataFrame.tail16:polars.DataFrame27:polars.DataFrame.to_dummies16:polars.DataFrame26:polars.DataFrame.to_pandas16:pandas.DataFrame26:polars.DataFrame.to_series13:polars.Series22:polars.DataFrame.top_k16:polars.DataFrame26:polars.DataFrame.transpose16:polars.DataFrame23:polars.DataFrame.unique16:polars.DataFrame24:polars.DataFrame.unpivot16:polars.DataFrame23:polars.DataFrame.update16:polars.DataFrame23:polars.DataFrame.vstack16:polars.DataFrame29:polars.DataFrame.with_columns16:polars.DataFrame31:polars.DataFrame.with_row_index16:polars.DataFrame18:polars.LazyFrame.*16:polars.LazyFrame24:polars.LazyFrame.collect16:polars.DataFrame30:polars.LazyFrame.collect_async16:polars.DataFrame32:polars.LazyFrame.collect_batches22:polars.DataFrame.parts25:polars.LazyFrame.describe16:polars.DataFrame22:polars.LazyFrame.fetch16:polars.DataFrame25:polars.LazyFrame.group_by37:polars.lazyframe.group_by.LazyGroupBy24:polars.LazyFrame.profile22:polars.DataFrame.parts17:polars.SQLContext17:polars.SQLContext27:polars.SQLContext.__enter__4:self25:polars.SQLContext.execute16:polars.LazyFrame21:polars.Series.__add__13:polars.Series21:polars.Series.__and__13:polars.Series21:polars.Series.__mod__13:polars.Series21:polars.Series.__mul__13:polars.Series20:polars.Series.__or__13:polars.Series21:polars.Series.__sub__13:polars.Series25:polars.Series.__truediv__13:polars.Series18:polars.collect_all22:polars.DataFrame.parts13:polars.concat16:polars.DataFrame49:polars.dataframe.group_by.DynamicGroupBy.__next__31:polars.dataframe.group_by.Group44:polars.dataframe.group_by.DynamicGroupBy.agg16:polars.DataFrame43:polars.dataframe.group_by.Group.__getitem__16:polars.DataFrame40:polars.dataframe.group_by.Group.__next__16:polars.DataFrame42:polars.dataframe.group_by.GroupBy.__next__31:polars.dataframe.group_by.Group37:polars.dataframe.group_by.GroupBy.agg16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.all16:polars.DataFrame39:polars.dataframe.group_by.GroupBy.count16:polars.DataFrame39:polars.dataframe.group_by.GroupBy.first16:polars.DataFrame38:polars.dataframe.group_by.GroupBy.head16:polars.DataFrame38:polars.dataframe.group_by.GroupBy.last16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.len16:polars.DataFrame44:polars.dataframe.group_by.GroupBy.map_groups16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.max16:polars.DataFrame38:polars.dataframe.group_by.GroupBy.mean16:polars.DataFrame40:polars.dataframe.group_by.GroupBy.median16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.min16:polars.DataFrame42:polars.dataframe.group_by.GroupBy.n_unique16:polars.DataFrame42:polars.dataframe.group_by.GroupBy.quantile16:polars.DataFrame37:polars.dataframe.group_by.GroupBy.sum16:polars.DataFrame38:polars.dataframe.group_by.GroupBy.tail16:polars.DataFrame49:polars.dataframe.group_by.RollingGroupBy.__next__31:polars.dataframe.group_by.Group44:polars.dataframe.group_by.RollingGroupBy.agg16:polars.DataFrame17:polars.from_arrow16:polars.DataFrame16:polars.from_dict16:polars.DataFrame17:polars.from_dicts16:polars.DataFrame18:polars.from_pandas16:polars.DataFrame19:polars.from_records16:polars.DataFrame39:polars.lazyframe.group_by.LazyGroupBy.*16:polars.LazyFrame15:polars.read_csv16:polars.DataFrame17:polars.read_excel16:polars.DataFrame15:polars.read_ipc16:polars.DataFrame16:polars.read_json16:polars.DataFrame18:polars.read_ndjson16:polars.DataFrame19:polars.read_parquet16:polars.DataFrame15:polars.scan_csv16:polars.LazyFrame15:polars.scan_ipc16:polars.LazyFrame18:polars.scan_ndjson16:polars.LazyFrame19:polars.scan_parquet16:polars.LazyFrame10:polars.sql16:polars.LazyFrame1 
0:4:hang20:hangs without a word-0 -4 8:polars-08:polars-115:async-executor-15:tokio-rt-worker1 63:Using fork() can cause Polars to deadlock in the child process.104:keeps pools of threads (Rayon, Tokio) for the whole process, and those threads stay behind in the parent131:Start the workers with the `spawn` or `forkserver` method, or leave the parallelism to polars: one process already uses every core.-108:A spawned worker imports polars again, some tenths of a second, and the frames that it is given are pickled.5 53:https://docs.pola.rs/user-guide/misc/multiprocessing/44:https://github.com/pola-rs/polars/pull/1914944:https://github.com/pola-rs/polars/pull/2030946:https://github.com/pola-rs/polars/issues/1421944:https://github.com/rayon-rs/rayon/issues/7085 
3:bad113:Reading the file starts polars' threads in the parent; the child's query waits for threads that it does not have.424:from multiprocessing import Pool

import polars as pl

PATH = "/data/sales.parquet"


def total(region):
    return pl.scan_parquet(PATH).filter(pl.col("region") == region).collect()["amount"].sum()


def main():
    regions = pl.read_parquet(PATH, columns=["region"]).unique()["region"].to_list()
    with Pool() as pool:  # error: FG102
        print(sum(pool.map(total, regions)))


if __name__ == "__main__":
    main()
0 +4:3.12
4:good36:Spawned workers start polars afresh.436:from multiprocessing import get_context

import polars as pl

PATH = "/data/sales.parquet"


def total(region):
    return pl.scan_parquet(PATH).filter(pl.col("region") == region).collect()["amount"].sum()


def main():
    regions = pl.read_parquet(PATH, columns=["region"]).unique()["region"].to_list()
    with get_context("spawn").Pool() as pool:
        print(sum(pool.map(total, regions)))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss131:A lazy query is built in the parent and run in the children only: importing polars, scanning a file and small frames start no pool.400:from multiprocessing import Pool

import polars as pl

SALES = pl.scan_parquet("/data/sales.parquet")
REGIONS = pl.DataFrame({"region": ["north", "south"]})


def total(region):
    return SALES.filter(pl.col("region") == region).collect()["amount"].sum()


def main():
    with Pool() as pool:
        print(sum(pool.map(total, REGIONS["region"].to_list())))


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad89:A column's largest values are looked for on the pool of threads, however few rows it has.168:import os

import polars as pl

prices = pl.read_csv("prices.csv").sort("price")
if os.fork() == 0:  # error: FG102
    print(prices["price"].top_k(3))
    os._exit(0)
0 +4:3.12
9:near-miss65:To put frames side by side takes no thread but the one that asks.292:import os

import polars as pl

prices = pl.read_csv("prices.csv").sort("price")
names = pl.DataFrame({"name": ["a", "b"]})
if os.fork() == 0:
    print(pl.concat([prices, names], how="horizontal").head(3))
    print(prices.unpivot(index="price", on=["low", "high"]).head(3))
    os._exit(0)
1 6:polars5:2.1.0+4:3.12-0 0 0 0 0 0 0 0 1 13:polars.concat0 -0 0 0 0 0 0 -0 ---0 
12:polars-delta23:polars' Delta functions5:FG1016:python1 6:polars1 9:deltalake7:process-+--23 
17:polars.read_delta8:function0 ---0 --
17:polars.scan_delta8:function0 -+6:polars5:<1.38-0 --
27:polars.scan_delta().collect6:method0 -+6:polars6:>=1.38-0 --
29:polars.scan_delta().*.collect6:method0 -+6:polars6:>=1.38-0 --
33:polars.scan_delta().collect_async6:method0 -+6:polars6:>=1.38-0 --
35:polars.scan_delta().*.collect_async6:method0 -+6:polars6:>=1.38-0 --
34:polars.scan_delta().collect_schema6:method0 -+6:polars6:>=1.38-0 --
36:polars.scan_delta().*.collect_schema6:method0 -+6:polars6:>=1.38-0 --
25:polars.scan_delta().fetch6:method0 -+6:polars6:>=1.38-0 --
27:polars.scan_delta().*.fetch6:method0 -+6:polars6:>=1.38-0 --
32:polars.scan_delta().sink_parquet6:method0 -+6:polars6:>=1.38-0 --
34:polars.scan_delta().*.sink_parquet6:method0 -+6:polars6:>=1.38-0 --
28:polars.scan_delta().sink_csv6:method0 -+6:polars6:>=1.38-0 --
30:polars.scan_delta().*.sink_csv6:method0 -+6:polars6:>=1.38-0 --
28:polars.scan_delta().sink_ipc6:method0 -+6:polars6:>=1.38-0 --
30:polars.scan_delta().*.sink_ipc6:method0 -+6:polars6:>=1.38-0 --
31:polars.scan_delta().sink_ndjson6:method0 -+6:polars6:>=1.38-0 --
33:polars.scan_delta().*.sink_ndjson6:method0 -+6:polars6:>=1.38-0 --
30:polars.scan_delta().sink_delta6:method0 -+6:polars6:>=1.38-0 --
32:polars.scan_delta().*.sink_delta6:method0 -+6:polars6:>=1.38-0 --
20:polars.*.write_delta6:method0 ---0 --
19:polars.*.sink_delta6:method0 ---0 --
26:polars.Catalog.write_table6:method0 ---0 --0 0 0 11 28:polars.catalog.unity.Catalog14:polars.Catalog26:polars.dataframe.DataFrame16:polars.DataFrame32:polars.dataframe.frame.DataFrame16:polars.DataFrame36:polars.io.delta.functions.read_delta17:polars.read_delta36:polars.io.delta.functions.scan_delta17:polars.scan_delta26:polars.io.delta.read_delta17:polars.read_delta26:polars.io.delta.scan_delta17:polars.scan_delta20:polars.io.read_delta17:polars.read_delta20:polars.io.scan_delta17:polars.scan_delta26:polars.lazyframe.LazyFrame16:polars.LazyFrame32:polars.lazyframe.frame.LazyFrame16:polars.LazyFrame1 14:polars.Catalog14:polars.Catalog4 
7:<0.17.02:ok45:works: every call builds a runtime of its own-0 -
16:>=0.17.0,<0.19.04:hang20:hangs without a word-0 -
16:>=0.19.0,<0.21.05:error174:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch and which swaps the two process ids, unless recent polars hangs before that, in its own threads-0 +5:panic
8:>=0.21.05:error138:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch, unless recent polars hangs before that, in its own threads-0 +5:panic2 15:tokio-rt-worker15:tokio-runtime-w0 124:hands Delta tables to deltalake, whose one Tokio runtime serves the whole process, and its threads stay behind in the parent153:Start the workers with the `spawn` or `forkserver` method, or read the table only in the children, or let polars' own threads do the work in one process.-153:A spawned worker imports polars again, and the frames that it is given are pickled; polars already uses every core, so that one process is seldom slower.3 83:https://github.com/pola-rs/polars/blob/main/py-polars/src/polars/io/delta/_utils.py48:https://github.com/delta-io/delta-rs/issues/274453:https://docs.pola.rs/user-guide/misc/multiprocessing/4 
3:bad97:The parent's `read_delta` starts deltalake's runtime; the workers inherit it without its threads.382:from multiprocessing import Pool

import polars as pl

PATH = "/data/events"


def total(day):
    return pl.read_delta(PATH).filter(pl.col("day") == day)["amount"].sum()


def main():
    days = pl.read_delta(PATH, columns=["day"])["day"].unique().to_list()
    with Pool() as pool:  # error: FG101
        print(sum(pool.map(total, days)))


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
4:good50:Spawned workers start polars and deltalake afresh.394:from multiprocessing import get_context

import polars as pl

PATH = "/data/events"


def total(day):
    return pl.read_delta(PATH).filter(pl.col("day") == day)["amount"].sum()


def main():
    days = pl.read_delta(PATH, columns=["day"])["day"].unique().to_list()
    with get_context("spawn").Pool() as pool:
        print(sum(pool.map(total, days)))


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
9:near-miss63:The days are known beforehand: only the workers read the table.316:from multiprocessing import Pool

import polars as pl

PATH = "/data/events"


def total(day):
    return pl.read_delta(PATH).filter(pl.col("day") == day)["amount"].sum()


def main():
    with Pool() as pool:
        print(sum(pool.map(total, ["2024-01-01", "2024-01-02"])))


if __name__ == "__main__":
    main()
1 9:deltalake6:0.18.2+4:3.12
3:bad105:A table written in the parent and read through deltalake in the child: one runtime, reached by two names.320:import os

import polars as pl
from deltalake import DeltaTable


def publish(frame: pl.DataFrame, path: str) -> None:
    frame.write_delta(path, mode="append")
    if os.fork() == 0:  # error: FG101
        print(DeltaTable(path).history(1))
        os._exit(0)


publish(pl.DataFrame({"id": [1, 2]}), "/data/events")
1 9:deltalake6:0.18.2+4:3.12+9:deltalake0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
22:preexec-beside-threads8:a thread5:FG2026:python6 9:threading18:concurrent.futures5:PyQt55:PyQt67:PySide27:PySide61 6:python6:handle----8 
22:threading.Thread.start6:method0 ---0 --
26:PyQt5.QtCore.QThread.start6:method0 ---0 --
26:PyQt6.QtCore.QThread.start6:method0 ---0 --
28:PySide2.QtCore.QThread.start6:method0 ---0 --
28:PySide6.QtCore.QThread.start6:method0 ---0 --
21:threading.Timer.start6:method0 ---0 --
44:concurrent.futures.ThreadPoolExecutor.submit6:method0 ---0 --
41:concurrent.futures.ThreadPoolExecutor.map6:method0 ---0 --0 0 9 21:threading.Thread.join20:threading.Timer.join22:threading.Timer.cancel25:PyQt5.QtCore.QThread.wait25:PyQt6.QtCore.QThread.wait27:PySide2.QtCore.QThread.wait27:PySide6.QtCore.QThread.wait46:concurrent.futures.ThreadPoolExecutor.shutdown46:concurrent.futures.ThreadPoolExecutor.__exit__1 44:concurrent.futures.thread.ThreadPoolExecutor37:concurrent.futures.ThreadPoolExecutor0 1 
0:9:uncertain66:can wait for ever in `preexec_fn` for a lock that the thread holds-0 -0 0 119:may hold a lock (of the allocator, of an import, of logging) at the moment of the fork, and does not exist in the child199:Use `start_new_session=True`, `process_group=0`, `user=`, `group=` or `umask=` in place of `preexec_fn`, or a small program that makes the settings and then starts the command (`prlimit`, `setpriv`).-82:What only Python code can do before the command starts needs a program of its own.2 66:https://docs.python.org/3/library/subprocess.html#subprocess.Popen46:https://github.com/python/cpython/issues/826163 
3:bad102:The thread runs while the command is started, and the child runs Python before it becomes the command.276:import os
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    subprocess.run(["true"], preexec_fn=os.setsid, check=True)  # warning: FG202
0 +4:3.12
4:good61:The command gets its session without any Python in the child.250:import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    subprocess.run(["true"], start_new_session=True, check=True)
0 +4:3.12
9:near-miss49:The thread has ended when the command is started.256:import os
import subprocess
import threading


def warm_up():
    print("ready")


if __name__ == "__main__":
    thread = threading.Thread(target=warm_up)
    thread.start()
    thread.join()
    subprocess.run(["true"], preexec_fn=os.setsid, check=True)
0 +4:3.12-7 16:subprocess.Popen14:subprocess.run15:subprocess.call21:subprocess.check_call23:subprocess.check_output30:asyncio.create_subprocess_exec31:asyncio.create_subprocess_shell0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:psycopg7:psycopg5:FG1046:python1 7:psycopg1 7:psycopg6:handle-++-3 
15:psycopg.connect8:function0 ---0 --
26:psycopg.Connection.connect8:function0 ---0 --
22:psycopg.Cursor.execute6:method0 ---0 --17 
26:psycopg.Connection.execute6:method0 ---0 --
25:psycopg.Connection.cursor6:method0 ---0 --
25:psycopg.Connection.commit6:method0 ---0 --
27:psycopg.Connection.rollback6:method0 ---0 --
24:psycopg.Connection.close6:method0 ---0 --
30:psycopg.Connection.transaction6:method0 ---0 --
27:psycopg.Connection.pipeline6:method0 ---0 --
27:psycopg.Connection.notifies6:method0 ---0 --
23:psycopg.Connection.wait6:method0 ---0 --
22:psycopg.Cursor.execute6:method0 ---0 --
26:psycopg.Cursor.executemany6:method0 ---0 --
19:psycopg.Cursor.copy6:method0 ---0 --
21:psycopg.Cursor.stream6:method0 ---0 --
23:psycopg.Cursor.fetchone6:method0 ---0 --
24:psycopg.Cursor.fetchmany6:method0 ---0 --
23:psycopg.Cursor.fetchall6:method0 ---0 --
27:psycopg.Connection.__exit__6:method0 ---0 --0 6 24:psycopg.Connection.close27:psycopg.Connection.__exit__28:psycopg.Connection.__aexit__20:psycopg.Cursor.close23:psycopg.Cursor.__exit__24:psycopg.Cursor.__aexit__4 23:psycopg.AsyncConnection18:psycopg.Connection19:psycopg.AsyncCursor14:psycopg.Cursor29:psycopg.connection.Connection18:psycopg.Connection40:psycopg.connection_async.AsyncConnection18:psycopg.Connection5 26:psycopg.Connection.connect18:psycopg.Connection25:psycopg.Connection.cursor14:psycopg.Cursor26:psycopg.Connection.execute14:psycopg.Cursor22:psycopg.Cursor.execute14:psycopg.Cursor15:psycopg.connect18:psycopg.Connection1 
0:4:hang127:shares one socket with its parent: each reads answers meant for another, raises an error for one, or waits for ever for its own-0 -0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user148:Connect in the child: call `psycopg.connect` in the worker's function or in its initializer; or leave the connection's `with` block before the fork.-32:One connection for each process.1 70:https://github.com/psycopg/psycopg/blob/master/docs/advanced/async.rst3 
3:bad76:The workers ask through one socket at once, and each reads what comes first.336:from multiprocessing import Pool

import psycopg

connection = psycopg.connect("dbname=shop")


def count(customer):
    return connection.execute("SELECT count(*) FROM orders WHERE customer = %s", (customer,)).fetchone()


if __name__ == "__main__":
    with Pool(2) as pool:  # error: FG104
        print(pool.map(count, range(100)))
0 +4:3.12
4:good33:Every worker connects for itself.402:from multiprocessing import Pool

import psycopg

connection = None


def connect():
    global connection
    connection = psycopg.connect("dbname=shop")


def count(customer):
    return connection.execute("SELECT count(*) FROM orders WHERE customer = %s", (customer,)).fetchone()


if __name__ == "__main__":
    with Pool(2, initializer=connect) as pool:
        print(pool.map(count, range(100)))
0 +4:3.12
9:near-miss65:Leaving the block closes the parent's connection before the fork.245:import os

import psycopg


def count():
    with psycopg.connect("dbname=shop") as connection:
        return connection.execute("SELECT count(*) FROM jobs").fetchone()[0]


print(count())

if os.fork() == 0:
    print(count())
    os._exit(0)
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:psycopg-pool14:a psycopg pool5:FG1046:python1 12:psycopg_pool1 12:psycopg-pool6:handle-++-4 
27:psycopg_pool.ConnectionPool11:constructor0 +4:open1 --0 --
27:psycopg_pool.ConnectionPool11:constructor0 +4:open3 1 +--0 --
32:psycopg_pool.ConnectionPool.open6:method0 ---0 --
37:psycopg_pool.ConnectionPool.__enter__6:method0 ---0 --7 
38:psycopg_pool.ConnectionPool.connection6:method0 ---0 --
35:psycopg_pool.ConnectionPool.getconn6:method0 ---0 --
35:psycopg_pool.ConnectionPool.putconn6:method0 ---0 --
33:psycopg_pool.ConnectionPool.close6:method0 ---0 --
32:psycopg_pool.ConnectionPool.wait6:method0 ---0 --
33:psycopg_pool.ConnectionPool.check6:method0 ---0 --
36:psycopg_pool.ConnectionPool.__exit__6:method0 ---0 --0 3 33:psycopg_pool.ConnectionPool.close36:psycopg_pool.ConnectionPool.__exit__37:psycopg_pool.ConnectionPool.__aexit__3 32:psycopg_pool.AsyncConnectionPool27:psycopg_pool.ConnectionPool32:psycopg_pool.pool.ConnectionPool27:psycopg_pool.ConnectionPool43:psycopg_pool.pool_async.AsyncConnectionPool27:psycopg_pool.ConnectionPool2 38:psycopg_pool.ConnectionPool.connection18:psycopg.Connection35:psycopg_pool.ConnectionPool.getconn18:psycopg.Connection1 
0:5:error87:waits for the threads of the inherited pool until `PoolTimeout`, and shares its sockets-0 -0 0 121:keeps sockets to the server and threads that look after them, and a fork shares the sockets and leaves the threads behind125:Open the pool in the child, in the worker's function or in its initializer; or leave the pool's `with` block before the fork.-41:One pool of connections for each process.2 70:https://github.com/psycopg/psycopg/blob/master/docs/advanced/async.rst45:https://github.com/psycopg/psycopg/issues/6513 
3:bad102:The parent opens the pool, whose worker threads stay behind and whose sockets the forked child shares.359:from multiprocessing import Process

from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", open=True)


def work():
    with pool.connection() as connection:
        connection.execute("UPDATE jobs SET state = 'done'")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good34:The child opens a pool of its own.346:from multiprocessing import Process

from psycopg_pool import ConnectionPool


def work():
    pool = ConnectionPool("dbname=shop", open=True)
    with pool.connection() as connection:
        connection.execute("UPDATE jobs SET state = 'done'")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss62:The parent's pool is made closed, and only the child opens it.360:from multiprocessing import Process

from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", open=False)


def work():
    pool.open()
    with pool.connection() as connection:
        connection.execute("UPDATE jobs SET state = 'done'")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12+7:psycopg0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:psycopg28:psycopg25:FG1046:python1 8:psycopg22 8:psycopg215:psycopg2-binary6:handle-++-5 
16:psycopg2.connect8:function0 ---0 --
34:psycopg2.pool.SimpleConnectionPool11:constructor0 ---0 --
36:psycopg2.pool.ThreadedConnectionPool11:constructor0 ---0 --
34:psycopg2.extensions.cursor.execute6:method0 ---0 --
38:psycopg2.extensions.cursor.executemany6:method0 ---0 --25 
37:psycopg2.extensions.connection.cursor6:method0 ---0 --
37:psycopg2.extensions.connection.commit6:method0 ---0 --
39:psycopg2.extensions.connection.rollback6:method0 ---0 --
36:psycopg2.extensions.connection.close6:method0 ---0 --
42:psycopg2.extensions.connection.set_session6:method0 ---0 --
35:psycopg2.extensions.connection.poll6:method0 ---0 --
34:psycopg2.extensions.cursor.execute6:method0 ---0 --
38:psycopg2.extensions.cursor.executemany6:method0 ---0 --
38:psycopg2.extensions.cursor.copy_expert6:method0 ---0 --
36:psycopg2.extensions.cursor.copy_from6:method0 ---0 --
34:psycopg2.extensions.cursor.copy_to6:method0 ---0 --
35:psycopg2.extensions.cursor.callproc6:method0 ---0 --
35:psycopg2.extensions.cursor.fetchone6:method0 ---0 --
36:psycopg2.extensions.cursor.fetchmany6:method0 ---0 --
35:psycopg2.extensions.cursor.fetchall6:method0 ---0 --
42:psycopg2.pool.SimpleConnectionPool.getconn6:method0 ---0 --
42:psycopg2.pool.SimpleConnectionPool.putconn6:method0 ---0 --
43:psycopg2.pool.SimpleConnectionPool.closeall6:method0 ---0 --
44:psycopg2.pool.ThreadedConnectionPool.getconn6:method0 ---0 --
44:psycopg2.pool.ThreadedConnectionPool.putconn6:method0 ---0 --
45:psycopg2.pool.ThreadedConnectionPool.closeall6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --
30:psycopg2.extras.execute_values8:function1 3:cur--+3:cur0 --
29:psycopg2.extras.execute_batch8:function1 3:cur--+3:cur0 --0 4 36:psycopg2.extensions.connection.close32:psycopg2.extensions.cursor.close43:psycopg2.pool.SimpleConnectionPool.closeall45:psycopg2.pool.ThreadedConnectionPool.closeall0 4 16:psycopg2.connect30:psycopg2.extensions.connection37:psycopg2.extensions.connection.cursor26:psycopg2.extensions.cursor42:psycopg2.pool.SimpleConnectionPool.getconn30:psycopg2.extensions.connection44:psycopg2.pool.ThreadedConnectionPool.getconn30:psycopg2.extensions.connection1 
0:4:hang104:shares one socket with its parent: each reads answers meant for the other, or waits for ever for its own-0 -0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user163:Connect in the child: call `psycopg2.connect`, or build the pool, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.2 65:https://github.com/psycopg/psycopg2/blob/master/doc/src/usage.rst65:https://www.psycopg.org/docs/usage.html#thread-and-process-safety3 
3:bad132:The connection of the module is opened at import; the pool forks, and its workers send queries over the one socket at the same time.398:from multiprocessing import Pool

import psycopg2

connection = psycopg2.connect("dbname=shop")


def total(customer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(price) FROM orders WHERE customer = %s", (customer,))
        return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG104
        print(pool.map(total, range(100)))
0 +4:3.12
4:good46:The initializer connects once in every worker.464:from multiprocessing import Pool

import psycopg2

connection = None


def connect():
    global connection
    connection = psycopg2.connect("dbname=shop")


def total(customer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(price) FROM orders WHERE customer = %s", (customer,))
        return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(total, range(100)))
0 +4:3.12
9:near-miss78:The parent closes its connection before it forks, and the child opens another.446:from multiprocessing import Process

import psycopg2


def names():
    connection = psycopg2.connect("dbname=shop")
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM customers")
    found = [row[0] for row in cursor.fetchall()]
    connection.close()
    return found


def work():
    print(len(names()))


if __name__ == "__main__":
    print(names())
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
13:pthread-mutex19:a mutex of pthreads5:FG1055:swift1 7:pthread1 5:glibc6:handle-++-1 
26:pthread.pthread_mutex_lock8:function1 5:mutex--+5:mutex0 --1 
26:pthread.pthread_mutex_lock8:function1 5:mutex--+5:mutex0 --0 1 28:pthread.pthread_mutex_unlock0 1 23:pthread.pthread_mutex_t23:pthread.pthread_mutex_t1 
0:4:hang59:waits for ever for a mutex that its parent held at the fork-0 -0 0 105:is copied as it is, held or free, and nobody in the child can release what another process's thread holds68:Release the mutex before the fork, or give the child one of its own.-73:What the mutex protects must be safe to leave for the moment of the fork.2 68:https://pubs.opengroup.org/onlinepubs/9699919799/functions/fork.html78:https://pubs.opengroup.org/onlinepubs/9699919799/functions/pthread_atfork.html3 
3:bad70:The process forks while it holds the mutex, and the child asks for it.370:import Glibc

nonisolated(unsafe) var mutex = pthread_mutex_t()
pthread_mutex_init(&mutex, nil)

func record(_ name: String) {
    pthread_mutex_lock(&mutex)
    print(name)
    pthread_mutex_unlock(&mutex)
}

pthread_mutex_lock(&mutex)
let pid = fork()  // error: FG105
if pid == 0 {
    record("child")
    _exit(0)
}
pthread_mutex_unlock(&mutex)
waitpid(pid, nil, 0)
0 -
4:good41:The mutex is free when the process forks.353:import Glibc

nonisolated(unsafe) var mutex = pthread_mutex_t()
pthread_mutex_init(&mutex, nil)

func record(_ name: String) {
    pthread_mutex_lock(&mutex)
    print(name)
    pthread_mutex_unlock(&mutex)
}

let pid = fork()
if pid == 0 {
    record("child")
    _exit(0)
}
pthread_mutex_lock(&mutex)
pthread_mutex_unlock(&mutex)
waitpid(pid, nil, 0)
0 -
9:near-miss33:The child has a mutex of its own.459:import Glibc

nonisolated(unsafe) var mutex = pthread_mutex_t()
pthread_mutex_init(&mutex, nil)

func record(_ name: String) {
    pthread_mutex_lock(&mutex)
    print(name)
    pthread_mutex_unlock(&mutex)
}

pthread_mutex_lock(&mutex)
let pid = fork()
if pid == 0 {
    var own = pthread_mutex_t()
    pthread_mutex_init(&own, nil)
    pthread_mutex_lock(&own)
    pthread_mutex_unlock(&own)
    _exit(0)
}
pthread_mutex_unlock(&mutex)
waitpid(pid, nil, 0)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 +--0 
9:pyiceberg9:PyIceberg5:FG1026:python1 9:pyiceberg1 9:pyiceberg7:process-+--7 
33:pyiceberg.table.DataScan.to_arrow6:method0 ---0 --
46:pyiceberg.table.DataScan.to_arrow_batch_reader6:method0 ---0 --
34:pyiceberg.table.DataScan.to_pandas6:method0 ---0 --
34:pyiceberg.table.DataScan.to_polars6:method0 ---0 --
35:pyiceberg.table.DataScan.plan_files6:method0 ---0 --
30:pyiceberg.table.DataScan.count6:method0 ---0 --
28:pyiceberg.table.Table.append6:method0 ---0 --0 0 0 6 42:pyiceberg.catalog.dynamodb.DynamoDbCatalog25:pyiceberg.catalog.Catalog34:pyiceberg.catalog.glue.GlueCatalog25:pyiceberg.catalog.Catalog34:pyiceberg.catalog.hive.HiveCatalog25:pyiceberg.catalog.Catalog34:pyiceberg.catalog.rest.RestCatalog25:pyiceberg.catalog.Catalog32:pyiceberg.catalog.sql.SqlCatalog25:pyiceberg.catalog.Catalog27:pyiceberg.table.StaticTable21:pyiceberg.table.Table11 25:pyiceberg.catalog.Catalog25:pyiceberg.catalog.Catalog38:pyiceberg.catalog.Catalog.create_table21:pyiceberg.table.Table52:pyiceberg.catalog.Catalog.create_table_if_not_exists21:pyiceberg.table.Table36:pyiceberg.catalog.Catalog.load_table21:pyiceberg.table.Table40:pyiceberg.catalog.Catalog.register_table21:pyiceberg.table.Table30:pyiceberg.catalog.load_catalog25:pyiceberg.catalog.Catalog31:pyiceberg.table.DataScan.filter24:pyiceberg.table.DataScan31:pyiceberg.table.DataScan.select24:pyiceberg.table.DataScan32:pyiceberg.table.DataScan.use_ref24:pyiceberg.table.DataScan44:pyiceberg.table.DataScan.with_case_sensitive24:pyiceberg.table.DataScan26:pyiceberg.table.Table.scan24:pyiceberg.table.DataScan2 
7:<0.11.04:hang20:hangs without a word-0 -
8:>=0.11.010:self-heals35:builds a pool of its own, and works-0 -1 15:ThreadPoolExecu0 111:plans and reads tables on one pool of threads of the whole process, and those threads stay behind in the parent115:Upgrade to pyiceberg 0.11, start the workers with the `spawn` or `forkserver` method, or scan only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 50:https://github.com/apache/iceberg-python/pull/254652:https://github.com/apache/iceberg-python/issues/25453 
3:bad91:The parent's scan starts the pool, and the child's waits for threads that it does not have.392:from multiprocessing import Process

from pyiceberg.catalog import load_catalog


def report(name):
    table = load_catalog("shop").load_table(name)
    print(name, table.scan().to_arrow().num_rows)


def main():
    report("sales.north")
    worker = Process(target=report, args=("sales.south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
1 9:pyiceberg6:0.10.0+4:3.12
4:good41:The spawned worker has a pool of its own.401:from multiprocessing import get_context

from pyiceberg.catalog import load_catalog


def report(name):
    table = load_catalog("shop").load_table(name)
    print(name, table.scan().to_arrow().num_rows)


def main():
    report("sales.north")
    worker = get_context("spawn").Process(target=report, args=("sales.south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:pyiceberg6:0.10.0+4:3.12
9:near-miss57:Loading a table reads its metadata and starts no threads.417:from multiprocessing import Process

from pyiceberg.catalog import load_catalog


def report(name):
    table = load_catalog("shop").load_table(name)
    print(name, table.scan().to_arrow().num_rows)


def main():
    print(load_catalog("shop").load_table("sales.north").schema())
    worker = Process(target=report, args=("sales.south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 9:pyiceberg6:0.10.0+4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:pymongo7:PyMongo5:FG1046:python3 7:pymongo6:gridfs13:flask_pymongo1 7:pymongo6:handle-++-78 
19:pymongo.MongoClient11:constructor0 +7:connect1 --0 --
19:pymongo.MongoClient11:constructor0 +7:connect3 1 +--0 --
21:flask_pymongo.PyMongo11:constructor2 3:app3:uri+3:app0 --0 --
30:flask_pymongo.PyMongo.init_app6:method0 ---0 --
17:gridfs.GridFS.put6:method0 +7:connect3 1 ---0 --
17:gridfs.GridFS.get6:method0 +7:connect3 1 ---0 --
18:gridfs.GridFS.find6:method0 +7:connect3 1 ---0 --
22:gridfs.GridFS.find_one6:method0 +7:connect3 1 ---0 --
20:gridfs.GridFS.exists6:method0 +7:connect3 1 ---0 --
20:gridfs.GridFS.delete6:method0 +7:connect3 1 ---0 --
18:gridfs.GridFS.list6:method0 +7:connect3 1 ---0 --
22:gridfs.GridFS.new_file6:method0 +7:connect3 1 ---0 --
30:gridfs.GridFS.get_last_version6:method0 +7:connect3 1 ---0 --
25:gridfs.GridFS.get_version6:method0 +7:connect3 1 ---0 --
24:gridfs.GridFSBucket.find6:method0 +7:connect3 1 ---0 --
26:gridfs.GridFSBucket.delete6:method0 +7:connect3 1 ---0 --
40:gridfs.GridFSBucket.open_download_stream6:method0 +7:connect3 1 ---0 --
38:gridfs.GridFSBucket.open_upload_stream6:method0 +7:connect3 1 ---0 --
38:gridfs.GridFSBucket.upload_from_stream6:method0 +7:connect3 1 ---0 --
38:gridfs.GridFSBucket.download_to_stream6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.admin.command6:method0 +7:connect3 1 ---0 --
31:pymongo.MongoClient.server_info6:method0 +7:connect3 1 ---0 --
34:pymongo.MongoClient.list_databases6:method0 +7:connect3 1 ---0 --
39:pymongo.MongoClient.list_database_names6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.get_database6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.start_session6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.drop_database6:method0 +7:connect3 1 ---0 --
25:pymongo.MongoClient.watch6:method0 +7:connect3 1 ---0 --
26:pymongo.MongoClient.*.find6:method0 +7:connect3 1 ---0 --
30:pymongo.MongoClient.*.find_one6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.*.insert_one6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.*.insert_many6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.*.update_one6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.*.update_many6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.*.replace_one6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.*.delete_one6:method0 +7:connect3 1 ---0 --
33:pymongo.MongoClient.*.delete_many6:method0 +7:connect3 1 ---0 --
31:pymongo.MongoClient.*.aggregate6:method0 +7:connect3 1 ---0 --
37:pymongo.MongoClient.*.count_documents6:method0 +7:connect3 1 ---0 --
46:pymongo.MongoClient.*.estimated_document_count6:method0 +7:connect3 1 ---0 --
30:pymongo.MongoClient.*.distinct6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.*.bulk_write6:method0 +7:connect3 1 ---0 --
41:pymongo.MongoClient.*.find_one_and_update6:method0 +7:connect3 1 ---0 --
42:pymongo.MongoClient.*.find_one_and_replace6:method0 +7:connect3 1 ---0 --
41:pymongo.MongoClient.*.find_one_and_delete6:method0 +7:connect3 1 ---0 --
29:pymongo.MongoClient.*.command6:method0 +7:connect3 1 ---0 --
43:pymongo.MongoClient.*.list_collection_names6:method0 +7:connect3 1 ---0 --
34:pymongo.MongoClient.*.create_index6:method0 +7:connect3 1 ---0 --
28:pymongo.MongoClient.*.insert6:method0 +7:connect3 1 ---0 --
26:pymongo.MongoClient.*.save6:method0 +7:connect3 1 ---0 --
28:pymongo.MongoClient.*.update6:method0 +7:connect3 1 ---0 --
28:pymongo.MongoClient.*.remove6:method0 +7:connect3 1 ---0 --
27:pymongo.MongoClient.*.count6:method0 +7:connect3 1 ---0 --
37:pymongo.MongoClient.*.find_and_modify6:method0 +7:connect3 1 ---0 --
34:pymongo.MongoClient.*.ensure_index6:method0 +7:connect3 1 ---0 --
27:pymongo.MongoClient.*.group6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.*.map_reduce6:method0 +7:connect3 1 ---0 --
26:pymongo.MongoClient.*.drop6:method0 +7:connect3 1 ---0 --
28:pymongo.MongoClient.*.rename6:method0 +7:connect3 1 ---0 --
36:pymongo.MongoClient.*.create_indexes6:method0 +7:connect3 1 ---0 --
32:pymongo.MongoClient.*.drop_index6:method0 +7:connect3 1 ---0 --
34:pymongo.MongoClient.*.drop_indexes6:method0 +7:connect3 1 ---0 --
39:pymongo.MongoClient.*.index_information6:method0 +7:connect3 1 ---0 --
34:pymongo.MongoClient.*.list_indexes6:method0 +7:connect3 1 ---0 --
38:pymongo.MongoClient.*.find_raw_batches6:method0 +7:connect3 1 ---0 --
39:pymongo.MongoClient.*.create_collection6:method0 +7:connect3 1 ---0 --
37:pymongo.MongoClient.*.drop_collection6:method0 +7:connect3 1 ---0 --
38:pymongo.MongoClient.*.collection_names6:method0 +7:connect3 1 ---0 --
38:pymongo.MongoClient.*.list_collections6:method0 +7:connect3 1 ---0 --
41:pymongo.MongoClient.*.validate_collection6:method0 +7:connect3 1 ---0 --
34:pymongo.MongoClient.database_names6:method0 +7:connect3 1 ---0 --
27:pymongo.MongoClient.*.watch6:method0 +7:connect3 1 ---0 --
43:pymongo.MongoClient.*.aggregate_raw_batches6:method0 +7:connect3 1 ---0 --
41:pymongo.MongoClient.*.create_search_index6:method0 +7:connect3 1 ---0 --
43:pymongo.MongoClient.*.create_search_indexes6:method0 +7:connect3 1 ---0 --
41:pymongo.MongoClient.*.list_search_indexes6:method0 +7:connect3 1 ---0 --
41:pymongo.MongoClient.*.update_search_index6:method0 +7:connect3 1 ---0 --
39:pymongo.MongoClient.*.drop_search_index6:method0 +7:connect3 1 ---0 --74 
17:gridfs.GridFS.put6:method0 ---0 --
17:gridfs.GridFS.get6:method0 ---0 --
18:gridfs.GridFS.find6:method0 ---0 --
22:gridfs.GridFS.find_one6:method0 ---0 --
20:gridfs.GridFS.exists6:method0 ---0 --
20:gridfs.GridFS.delete6:method0 ---0 --
18:gridfs.GridFS.list6:method0 ---0 --
22:gridfs.GridFS.new_file6:method0 ---0 --
30:gridfs.GridFS.get_last_version6:method0 ---0 --
25:gridfs.GridFS.get_version6:method0 ---0 --
24:gridfs.GridFSBucket.find6:method0 ---0 --
26:gridfs.GridFSBucket.delete6:method0 ---0 --
40:gridfs.GridFSBucket.open_download_stream6:method0 ---0 --
38:gridfs.GridFSBucket.open_upload_stream6:method0 ---0 --
38:gridfs.GridFSBucket.upload_from_stream6:method0 ---0 --
38:gridfs.GridFSBucket.download_to_stream6:method0 ---0 --
33:pymongo.MongoClient.admin.command6:method0 ---0 --
31:pymongo.MongoClient.server_info6:method0 ---0 --
34:pymongo.MongoClient.list_databases6:method0 ---0 --
39:pymongo.MongoClient.list_database_names6:method0 ---0 --
32:pymongo.MongoClient.get_database6:method0 ---0 --
33:pymongo.MongoClient.start_session6:method0 ---0 --
33:pymongo.MongoClient.drop_database6:method0 ---0 --
25:pymongo.MongoClient.watch6:method0 ---0 --
26:pymongo.MongoClient.*.find6:method0 ---0 --
30:pymongo.MongoClient.*.find_one6:method0 ---0 --
32:pymongo.MongoClient.*.insert_one6:method0 ---0 --
33:pymongo.MongoClient.*.insert_many6:method0 ---0 --
32:pymongo.MongoClient.*.update_one6:method0 ---0 --
33:pymongo.MongoClient.*.update_many6:method0 ---0 --
33:pymongo.MongoClient.*.replace_one6:method0 ---0 --
32:pymongo.MongoClient.*.delete_one6:method0 ---0 --
33:pymongo.MongoClient.*.delete_many6:method0 ---0 --
31:pymongo.MongoClient.*.aggregate6:method0 ---0 --
37:pymongo.MongoClient.*.count_documents6:method0 ---0 --
46:pymongo.MongoClient.*.estimated_document_count6:method0 ---0 --
30:pymongo.MongoClient.*.distinct6:method0 ---0 --
32:pymongo.MongoClient.*.bulk_write6:method0 ---0 --
41:pymongo.MongoClient.*.find_one_and_update6:method0 ---0 --
42:pymongo.MongoClient.*.find_one_and_replace6:method0 ---0 --
41:pymongo.MongoClient.*.find_one_and_delete6:method0 ---0 --
29:pymongo.MongoClient.*.command6:method0 ---0 --
43:pymongo.MongoClient.*.list_collection_names6:method0 ---0 --
34:pymongo.MongoClient.*.create_index6:method0 ---0 --
28:pymongo.MongoClient.*.insert6:method0 ---0 --
26:pymongo.MongoClient.*.save6:method0 ---0 --
28:pymongo.MongoClient.*.update6:method0 ---0 --
28:pymongo.MongoClient.*.remove6:method0 ---0 --
27:pymongo.MongoClient.*.count6:method0 ---0 --
37:pymongo.MongoClient.*.find_and_modify6:method0 ---0 --
34:pymongo.MongoClient.*.ensure_index6:method0 ---0 --
27:pymongo.MongoClient.*.group6:method0 ---0 --
32:pymongo.MongoClient.*.map_reduce6:method0 ---0 --
26:pymongo.MongoClient.*.drop6:method0 ---0 --
28:pymongo.MongoClient.*.rename6:method0 ---0 --
36:pymongo.MongoClient.*.create_indexes6:method0 ---0 --
32:pymongo.MongoClient.*.drop_index6:method0 ---0 --
34:pymongo.MongoClient.*.drop_indexes6:method0 ---0 --
39:pymongo.MongoClient.*.index_information6:method0 ---0 --
34:pymongo.MongoClient.*.list_indexes6:method0 ---0 --
38:pymongo.MongoClient.*.find_raw_batches6:method0 ---0 --
39:pymongo.MongoClient.*.create_collection6:method0 ---0 --
37:pymongo.MongoClient.*.drop_collection6:method0 ---0 --
38:pymongo.MongoClient.*.collection_names6:method0 ---0 --
38:pymongo.MongoClient.*.list_collections6:method0 ---0 --
41:pymongo.MongoClient.*.validate_collection6:method0 ---0 --
34:pymongo.MongoClient.database_names6:method0 ---0 --
27:pymongo.MongoClient.*.watch6:method0 ---0 --
43:pymongo.MongoClient.*.aggregate_raw_batches6:method0 ---0 --
41:pymongo.MongoClient.*.create_search_index6:method0 ---0 --
43:pymongo.MongoClient.*.create_search_indexes6:method0 ---0 --
41:pymongo.MongoClient.*.list_search_indexes6:method0 ---0 --
41:pymongo.MongoClient.*.update_search_index6:method0 ---0 --
39:pymongo.MongoClient.*.drop_search_index6:method0 ---0 --0 2 25:pymongo.MongoClient.close28:pymongo.MongoClient.__exit__2 32:pymongo.mongo_client.MongoClient19:pymongo.MongoClient44:pymongo.synchronous.mongo_client.MongoClient19:pymongo.MongoClient10 24:flask_pymongo.PyMongo.cx19:pymongo.MongoClient24:flask_pymongo.PyMongo.db28:pymongo.MongoClient.database13:gridfs.GridFS13:gridfs.GridFS19:gridfs.GridFSBucket19:gridfs.GridFSBucket19:pymongo.MongoClient19:pymongo.MongoClient33:pymongo.MongoClient.*.__getitem__39:pymongo.MongoClient.database.collection31:pymongo.MongoClient.__getitem__28:pymongo.MongoClient.database40:pymongo.MongoClient.database.__getitem__39:pymongo.MongoClient.database.collection32:pymongo.MongoClient.get_database28:pymongo.MongoClient.database40:pymongo.MongoClient.get_default_database28:pymongo.MongoClient.database1 
0:9:uncertain119:may wait for ever for a lock that a thread of the parent held; PyMongo warns that the client was opened before the fork-0 -0 1 84:MongoClient opened before fork. May not be entirely fork-safe, proceed with caution.144:watches the servers on threads of the client, which a fork leaves behind in the parent, and keeps locks that one of them may hold at that moment123:Make the `MongoClient` in the child, in the worker's function or in its initializer; or close the parent's before the fork.-55:Each process finds the servers and connects for itself.3 90:https://github.com/mongodb/mongo-python-driver/blob/master/pymongo/synchronous/topology.py70:https://pymongo.readthedocs.io/en/stable/faq.html#is-pymongo-fork-safe47:https://flask-pymongo.readthedocs.io/en/latest/4 
3:bad69:The client is opened at import, and the forked child asks through it.298:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost")


def count():
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
3:bad90:The client starts nothing when it is made, but the parent asks through it before the fork.346:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost", connect=False)
client.admin.command("ismaster")


def count():
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good36:The child makes a client of its own.328:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost")


def count():
    client = MongoClient("mongodb://localhost")
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss88:With `connect=False` a client starts nothing before its first use, which is the child's.295:from multiprocessing import Process

from pymongo import MongoClient

client = MongoClient("mongodb://localhost", connect=False)


def count():
    print(client.shop.orders.count_documents({}))


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 2 13:gridfs.GridFS8:database19:gridfs.GridFSBucket2:db0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
13:pymongo-async30:an asynchronous PyMongo client5:FG1046:python1 7:pymongo1 7:pymongo6:handle-++-31 
35:pymongo.AsyncMongoClient.*.find_one6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.insert_one6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.insert_many6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.update_one6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.update_many6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.replace_one6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.delete_one6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.delete_many6:method0 ---0 --
42:pymongo.AsyncMongoClient.*.count_documents6:method0 ---0 --
51:pymongo.AsyncMongoClient.*.estimated_document_count6:method0 ---0 --
35:pymongo.AsyncMongoClient.*.distinct6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.bulk_write6:method0 ---0 --
46:pymongo.AsyncMongoClient.*.find_one_and_update6:method0 ---0 --
47:pymongo.AsyncMongoClient.*.find_one_and_replace6:method0 ---0 --
46:pymongo.AsyncMongoClient.*.find_one_and_delete6:method0 ---0 --
34:pymongo.AsyncMongoClient.*.command6:method0 ---0 --
48:pymongo.AsyncMongoClient.*.list_collection_names6:method0 ---0 --
39:pymongo.AsyncMongoClient.*.create_index6:method0 ---0 --
41:pymongo.AsyncMongoClient.*.create_indexes6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.drop_index6:method0 ---0 --
44:pymongo.AsyncMongoClient.*.index_information6:method0 ---0 --
44:pymongo.AsyncMongoClient.*.create_collection6:method0 ---0 --
42:pymongo.AsyncMongoClient.*.drop_collection6:method0 ---0 --
31:pymongo.AsyncMongoClient.*.drop6:method0 ---0 --
33:pymongo.AsyncMongoClient.*.rename6:method0 ---0 --
34:pymongo.AsyncMongoClient.*.to_list6:method0 ---0 --
36:pymongo.AsyncMongoClient.server_info6:method0 ---0 --
44:pymongo.AsyncMongoClient.list_database_names6:method0 ---0 --
39:pymongo.AsyncMongoClient.list_databases6:method0 ---0 --
38:pymongo.AsyncMongoClient.drop_database6:method0 ---0 --
33:pymongo.AsyncMongoClient.aconnect6:method0 ---0 --31 
35:pymongo.AsyncMongoClient.*.find_one6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.insert_one6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.insert_many6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.update_one6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.update_many6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.replace_one6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.delete_one6:method0 ---0 --
38:pymongo.AsyncMongoClient.*.delete_many6:method0 ---0 --
42:pymongo.AsyncMongoClient.*.count_documents6:method0 ---0 --
51:pymongo.AsyncMongoClient.*.estimated_document_count6:method0 ---0 --
35:pymongo.AsyncMongoClient.*.distinct6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.bulk_write6:method0 ---0 --
46:pymongo.AsyncMongoClient.*.find_one_and_update6:method0 ---0 --
47:pymongo.AsyncMongoClient.*.find_one_and_replace6:method0 ---0 --
46:pymongo.AsyncMongoClient.*.find_one_and_delete6:method0 ---0 --
34:pymongo.AsyncMongoClient.*.command6:method0 ---0 --
48:pymongo.AsyncMongoClient.*.list_collection_names6:method0 ---0 --
39:pymongo.AsyncMongoClient.*.create_index6:method0 ---0 --
41:pymongo.AsyncMongoClient.*.create_indexes6:method0 ---0 --
37:pymongo.AsyncMongoClient.*.drop_index6:method0 ---0 --
44:pymongo.AsyncMongoClient.*.index_information6:method0 ---0 --
44:pymongo.AsyncMongoClient.*.create_collection6:method0 ---0 --
42:pymongo.AsyncMongoClient.*.drop_collection6:method0 ---0 --
31:pymongo.AsyncMongoClient.*.drop6:method0 ---0 --
33:pymongo.AsyncMongoClient.*.rename6:method0 ---0 --
34:pymongo.AsyncMongoClient.*.to_list6:method0 ---0 --
36:pymongo.AsyncMongoClient.server_info6:method0 ---0 --
44:pymongo.AsyncMongoClient.list_database_names6:method0 ---0 --
39:pymongo.AsyncMongoClient.list_databases6:method0 ---0 --
38:pymongo.AsyncMongoClient.drop_database6:method0 ---0 --
33:pymongo.AsyncMongoClient.aconnect6:method0 ---0 --0 2 30:pymongo.AsyncMongoClient.close34:pymongo.AsyncMongoClient.__aexit__1 50:pymongo.asynchronous.mongo_client.AsyncMongoClient24:pymongo.AsyncMongoClient6 24:pymongo.AsyncMongoClient24:pymongo.AsyncMongoClient38:pymongo.AsyncMongoClient.*.__getitem__44:pymongo.AsyncMongoClient.database.collection36:pymongo.AsyncMongoClient.__getitem__33:pymongo.AsyncMongoClient.database45:pymongo.AsyncMongoClient.database.__getitem__44:pymongo.AsyncMongoClient.database.collection37:pymongo.AsyncMongoClient.get_database33:pymongo.AsyncMongoClient.database45:pymongo.AsyncMongoClient.get_default_database33:pymongo.AsyncMongoClient.database1 
0:5:error129:dies of `RuntimeError` in an event loop of its own, as the client belongs to the parent's, and waits there in vain for the server-0 -0 0 117:watches the servers and keeps sockets to them in the event loop that has used it first and a fork takes neither along150:Make the `AsyncMongoClient` in the child, in the worker's function or in its initializer; or close the parent's before the fork, and make another one.-55:Each process finds the servers and connects for itself.3 43:https://jira.mongodb.org/browse/PYTHON-524943:https://jira.mongodb.org/browse/PYTHON-519770:https://pymongo.readthedocs.io/en/stable/faq.html#is-pymongo-fork-safe3 
3:bad95:The parent has asked through the client, and the worker asks again in an event loop of its own.396:import asyncio
from multiprocessing import Process

from pymongo import AsyncMongoClient

client = AsyncMongoClient("mongodb://localhost")


async def count():
    print(await client.shop.orders.count_documents({}))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    asyncio.run(count())
    worker = Process(target=work)
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good37:The worker makes a client of its own.383:import asyncio
from multiprocessing import Process

from pymongo import AsyncMongoClient


async def count():
    client = AsyncMongoClient("mongodb://localhost")
    print(await client.shop.orders.count_documents({}))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    asyncio.run(count())
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss58:A client connects at its first use, which is the worker's.361:import asyncio
from multiprocessing import Process

from pymongo import AsyncMongoClient

client = AsyncMongoClient("mongodb://localhost")


async def count():
    print(await client["shop"]["orders"].count_documents({}))


def work():
    asyncio.run(count())


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
7:pymysql7:PyMySQL5:FG1046:python1 7:pymysql1 7:pymysql6:handle-++-2 
15:pymysql.connect8:function0 ---0 --
15:pymysql.Connect8:function0 ---0 --20 
25:pymysql.Connection.cursor6:method0 ---0 --
25:pymysql.Connection.commit6:method0 ---0 --
27:pymysql.Connection.rollback6:method0 ---0 --
24:pymysql.Connection.begin6:method0 ---0 --
23:pymysql.Connection.ping6:method0 ---0 --
24:pymysql.Connection.close6:method0 ---0 --
29:pymysql.Connection.autocommit6:method0 ---0 --
24:pymysql.Connection.query6:method0 ---0 --
28:pymysql.Connection.select_db6:method0 ---0 --
36:pymysql.Connection.start_transaction6:method0 ---0 --
28:pymysql.Connection.cmd_query6:method0 ---0 --
30:pymysql.cursors.Cursor.execute6:method0 ---0 --
34:pymysql.cursors.Cursor.executemany6:method0 ---0 --
31:pymysql.cursors.Cursor.callproc6:method0 ---0 --
31:pymysql.cursors.Cursor.fetchone6:method0 ---0 --
32:pymysql.cursors.Cursor.fetchmany6:method0 ---0 --
31:pymysql.cursors.Cursor.fetchall6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --
27:pymysql.Connection.__exit__6:method0 ---0 --0 3 24:pymysql.Connection.close27:pymysql.Connection.__exit__28:pymysql.cursors.Cursor.close1 30:pymysql.connections.Connection18:pymysql.Connection3 15:pymysql.Connect18:pymysql.Connection25:pymysql.Connection.cursor22:pymysql.cursors.Cursor15:pymysql.connect18:pymysql.Connection1 
0:10:corruption72:reads rows that another process asked for, or waits for ever for its own-0 -0 1 47:Packet sequence number wrong - got 1 expected 2138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.3 45:https://github.com/PyMySQL/PyMySQL/issues/42245:https://github.com/PyMySQL/PyMySQL/issues/42540:https://github.com/vnpy/vnpy/issues/21863 
3:bad68:Four workers ask through one connection, and read each other's rows.402:from multiprocessing import Pool

import pymysql

connection = pymysql.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG104
        print(pool.map(fetch, range(10)))
0 +4:3.12
4:good33:Every worker connects for itself.468:from multiprocessing import Pool

import pymysql

connection = None


def connect():
    global connection
    connection = pymysql.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(fetch, range(10)))
0 +4:3.12
9:near-miss89:The parent's connection is one of a function that has ended, and the workers make others.448:from multiprocessing import Pool

import pymysql


def connect():
    return pymysql.connect(host="db", user="shop", database="shop")


def fetch(number):
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT price FROM items WHERE id = %s", (number,))
        return cursor.fetchone()


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
6:pyodbc6:pyodbc5:FG1046:python1 6:pyodbc1 6:pyodbc6:handle-++-1 
14:pyodbc.connect8:function0 ---0 --13 
24:pyodbc.Connection.cursor6:method0 ---0 --
24:pyodbc.Connection.commit6:method0 ---0 --
26:pyodbc.Connection.rollback6:method0 ---0 --
25:pyodbc.Connection.execute6:method0 ---0 --
22:pyodbc.Connection.ping6:method0 ---0 --
21:pyodbc.Cursor.execute6:method0 ---0 --
25:pyodbc.Cursor.executemany6:method0 ---0 --
22:pyodbc.Cursor.callproc6:method0 ---0 --
22:pyodbc.Cursor.fetchone6:method0 ---0 --
23:pyodbc.Cursor.fetchmany6:method0 ---0 --
22:pyodbc.Cursor.fetchall6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --0 1 23:pyodbc.Connection.close0 2 24:pyodbc.Connection.cursor13:pyodbc.Cursor14:pyodbc.connect17:pyodbc.Connection1 
0:9:uncertain91:reads answers that are meant for the parent or another child, or waits for ever for its own-0 -0 0 138:keeps one socket to the server and the state of the conversation on it in every connection, and a fork makes two processes of its one user119:Connect in the child, in the worker's function or in its initializer; or close the parent's connection before the fork.-46:One connection to the server for each process.3 47:https://github.com/mkleehammer/pyodbc/issues/4846:https://github.com/lurcher/unixODBC/issues/14948:https://github.com/mkleehammer/pyodbc/issues/4333 
3:bad84:The connection is opened at import, and every forked worker asks through its socket.355:from multiprocessing import Pool

import pyodbc

connection = pyodbc.connect("DSN=shop")


def count(table):
    cursor = connection.cursor()
    cursor.execute(f"select count(*) from {table}")
    return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12
4:good48:Every worker connects in the pool's initializer.419:from multiprocessing import Pool

import pyodbc

connection = None


def connect():
    global connection
    connection = pyodbc.connect("DSN=shop")


def count(table):
    cursor = connection.cursor()
    cursor.execute(f"select count(*) from {table}")
    return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4, initializer=connect) as pool:
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12
9:near-miss55:The parent closes its connection before the pool forks.400:from multiprocessing import Pool

import pyodbc

connection = pyodbc.connect("DSN=shop")
connection.close()


def count(table):
    connection = pyodbc.connect("DSN=shop")
    cursor = connection.cursor()
    cursor.execute(f"select count(*) from {table}")
    return cursor.fetchone()[0]


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(count, ["orders", "customers"]))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
9:pyreqwest9:pyreqwest5:FG1026:python1 9:pyreqwest1 9:pyreqwest7:process-+--9 
40:pyreqwest.client.SyncClientBuilder.build6:method0 ---0 --
36:pyreqwest.client.ClientBuilder.build6:method0 ---0 --
43:pyreqwest.simple.sync_request.pyreqwest_get8:function0 ---0 --
44:pyreqwest.simple.sync_request.pyreqwest_post8:function0 ---0 --
43:pyreqwest.simple.sync_request.pyreqwest_put8:function0 ---0 --
45:pyreqwest.simple.sync_request.pyreqwest_patch8:function0 ---0 --
46:pyreqwest.simple.sync_request.pyreqwest_delete8:function0 ---0 --
44:pyreqwest.simple.sync_request.pyreqwest_head8:function0 ---0 --
47:pyreqwest.simple.sync_request.pyreqwest_request8:function0 ---0 --16 
40:pyreqwest.client.SyncClientBuilder.build6:method0 ---0 --
36:pyreqwest.client.ClientBuilder.build6:method0 ---0 --
43:pyreqwest.simple.sync_request.pyreqwest_get8:function0 ---0 --
44:pyreqwest.simple.sync_request.pyreqwest_post8:function0 ---0 --
43:pyreqwest.simple.sync_request.pyreqwest_put8:function0 ---0 --
45:pyreqwest.simple.sync_request.pyreqwest_patch8:function0 ---0 --
46:pyreqwest.simple.sync_request.pyreqwest_delete8:function0 ---0 --
44:pyreqwest.simple.sync_request.pyreqwest_head8:function0 ---0 --
47:pyreqwest.simple.sync_request.pyreqwest_request8:function0 ---0 --
31:pyreqwest.client.SyncClient.get6:method0 ---0 --
32:pyreqwest.client.SyncClient.post6:method0 ---0 --
31:pyreqwest.client.SyncClient.put6:method0 ---0 --
33:pyreqwest.client.SyncClient.patch6:method0 ---0 --
34:pyreqwest.client.SyncClient.delete6:method0 ---0 --
32:pyreqwest.client.SyncClient.head6:method0 ---0 --
35:pyreqwest.client.SyncClient.request6:method0 ---0 --0 0 0 6 30:pyreqwest.client.ClientBuilder30:pyreqwest.client.ClientBuilder32:pyreqwest.client.ClientBuilder.*30:pyreqwest.client.ClientBuilder36:pyreqwest.client.ClientBuilder.build23:pyreqwest.client.Client34:pyreqwest.client.SyncClientBuilder34:pyreqwest.client.SyncClientBuilder36:pyreqwest.client.SyncClientBuilder.*34:pyreqwest.client.SyncClientBuilder40:pyreqwest.client.SyncClientBuilder.build27:pyreqwest.client.SyncClient2 
7:<0.14.04:hang51:hangs without a word, with a client of its own, too-0 -
8:>=0.14.05:error89:raises `RuntimeError` when it builds a client, and hangs when it uses one of the parent's-0 -1 9:pyreqwest1 50:A pyreqwest runtime was initialized before fork().138:keeps one Tokio runtime for the whole process, which starts with the first client that is built, and its threads stay behind in the parent160:Start the workers with the `spawn` or `forkserver` method, or build clients only in the children (in a preforking server: in the hook that runs after the fork).-83:A spawned worker imports its modules again, and what it is given must be picklable.1 53:https://github.com/MarkusSintonen/pyreqwest/issues/513 
3:bad85:The parent's client starts the runtime, and the forked child may build none any more.445:from multiprocessing import Process

from pyreqwest.client import SyncClientBuilder


def report(region):
    with SyncClientBuilder().error_for_status(True).build() as client:
        print(client.get(f"https://shop.example/sales/{region}").build().send().text())


def main():
    report("north")
    worker = Process(target=report, args=("south",))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good47:The spawned worker starts a runtime of its own.454:from multiprocessing import get_context

from pyreqwest.client import SyncClientBuilder


def report(region):
    with SyncClientBuilder().error_for_status(True).build() as client:
        print(client.get(f"https://shop.example/sales/{region}").build().send().text())


def main():
    report("north")
    worker = get_context("spawn").Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss36:Setting up a builder starts nothing.463:from multiprocessing import Process

from pyreqwest.client import SyncClientBuilder


def report(region):
    with SyncClientBuilder().error_for_status(True).build() as client:
        print(client.get(f"https://shop.example/sales/{region}").build().send().text())


def main():
    print(SyncClientBuilder().error_for_status(True))
    worker = Process(target=report, args=("south",))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
8:pytables8:PyTables5:FG1046:python2 6:tables6:pandas1 6:tables6:handle-++-3 
16:tables.open_file8:function2 8:filename4:mode+6:driver4 2 9:H5FD_CORE--0 --
11:tables.File11:constructor2 8:filename4:mode+6:driver4 2 9:H5FD_CORE--0 --
15:pandas.HDFStore11:constructor0 ---0 --58 
25:tables.File.*.__getitem__6:method0 ---0 --
25:tables.File.*.__setitem__6:method0 ---0 --
22:tables.File.*.__iter__6:method0 ---0 --
18:tables.File.*.read6:method0 ---0 --
24:tables.File.*.read_where6:method0 ---0 --
25:tables.File.*.read_sorted6:method0 ---0 --
30:tables.File.*.read_coordinates6:method0 ---0 --
19:tables.File.*.where6:method0 ---0 --
22:tables.File.*.iterrows6:method0 ---0 --
24:tables.File.*.itersorted6:method0 ---0 --
26:tables.File.*.itersequence6:method0 ---0 --
28:tables.File.*.get_where_list6:method0 ---0 --
20:tables.File.*.append6:method0 ---0 --
25:tables.File.*.modify_rows6:method0 ---0 --
27:tables.File.*.modify_column6:method0 ---0 --
25:tables.File.*.remove_rows6:method0 ---0 --
22:tables.File.*.truncate6:method0 ---0 --
20:tables.File.get_node6:method0 ---0 --
22:tables.File.list_nodes6:method0 ---0 --
22:tables.File.iter_nodes6:method0 ---0 --
22:tables.File.walk_nodes6:method0 ---0 --
23:tables.File.walk_groups6:method0 ---0 --
19:tables.File.getNode6:method0 ---0 --
21:tables.File.listNodes6:method0 ---0 --
21:tables.File.iterNodes6:method0 ---0 --
21:tables.File.walkNodes6:method0 ---0 --
24:tables.File.create_group6:method0 ---0 --
24:tables.File.create_table6:method0 ---0 --
24:tables.File.create_array6:method0 ---0 --
25:tables.File.create_carray6:method0 ---0 --
25:tables.File.create_earray6:method0 ---0 --
26:tables.File.create_vlarray6:method0 ---0 --
23:tables.File.createTable6:method0 ---0 --
23:tables.File.createArray6:method0 ---0 --
24:tables.File.createEArray6:method0 ---0 --
23:tables.File.remove_node6:method0 ---0 --
17:tables.File.flush6:method0 ---0 --
27:pandas.HDFStore.__getitem__6:method0 ---0 --
27:pandas.HDFStore.__setitem__6:method0 ---0 --
28:pandas.HDFStore.__contains__6:method0 ---0 --
27:pandas.HDFStore.__delitem__6:method0 ---0 --
19:pandas.HDFStore.get6:method0 ---0 --
19:pandas.HDFStore.put6:method0 ---0 --
22:pandas.HDFStore.append6:method0 ---0 --
34:pandas.HDFStore.append_to_multiple6:method0 ---0 --
22:pandas.HDFStore.select6:method0 ---0 --
34:pandas.HDFStore.select_as_multiple6:method0 ---0 --
29:pandas.HDFStore.select_column6:method0 ---0 --
37:pandas.HDFStore.select_as_coordinates6:method0 ---0 --
20:pandas.HDFStore.keys6:method0 ---0 --
21:pandas.HDFStore.items6:method0 ---0 --
22:pandas.HDFStore.groups6:method0 ---0 --
20:pandas.HDFStore.walk6:method0 ---0 --
24:pandas.HDFStore.get_node6:method0 ---0 --
26:pandas.HDFStore.get_storer6:method0 ---0 --
22:pandas.HDFStore.remove6:method0 ---0 --
21:pandas.HDFStore.flush6:method0 ---0 --
20:pandas.HDFStore.info6:method0 ---0 --0 4 17:tables.File.close20:tables.File.__exit__21:pandas.HDFStore.close24:pandas.HDFStore.__exit__4 27:pandas.io.pytables.HDFStore15:pandas.HDFStore16:tables.file.File11:tables.File21:tables.file.open_file16:tables.open_file15:tables.openFile16:tables.open_file15 25:tables.File.*.__getitem__12:tables.Array23:tables.File.createArray16:tables.File.root24:tables.File.createEArray16:tables.File.root23:tables.File.createTable16:tables.File.root24:tables.File.create_array16:tables.File.root25:tables.File.create_carray16:tables.File.root25:tables.File.create_earray16:tables.File.root24:tables.File.create_group16:tables.File.root24:tables.File.create_table16:tables.File.root26:tables.File.create_vlarray16:tables.File.root19:tables.File.getNode16:tables.File.root20:tables.File.get_node16:tables.File.root28:tables.File.root.__getitem__12:tables.Array33:tables.File.root.__getitem__[str]16:tables.File.root16:tables.open_file11:tables.File1 
0:9:uncertain98:loses what it writes to the inherited file, and reads wrong bytes from it with some builds of HDF5-0 -0 0 138:keeps the open file and HDF5's caches behind the file object: parent and child share the file, and neither sees what the other has changed140:Open the file in the child, in the worker's function, its initializer or at the first item of a dataset; close the parent's before the fork.-47:Each process opens the file, some milliseconds.3 48:https://www.pytables.org/cookbook/threading.html40:https://www.pytables.org/latest/FAQ.html39:https://github.com/h5py/h5py/issues/9345 
3:bad126:The file is open when the pool forks: the workers share it, each with a copy of HDF5's state that knows nothing of the others.295:from multiprocessing import Pool

import tables

store = tables.open_file("/data/images.h5", "a")


def append(rows):
    store.root.images.append(rows)
    store.flush()


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        pool.map(append, [[1, 2], [3, 4], [5, 6]])
0 +4:3.12
4:good37:Every worker opens a file of its own.380:import os
from multiprocessing import Pool

import tables

store = None


def open_store():
    global store
    store = tables.open_file(f"/data/images-{os.getpid()}.h5", "a")


def append(rows):
    store.root.images.append(rows)
    store.flush()


if __name__ == "__main__":
    with Pool(4, initializer=open_store) as pool:
        pool.map(append, [[1, 2], [3, 4], [5, 6]])
0 +4:3.12
9:near-miss97:The parent reads the keys and closes the file before the pool forks; every worker opens it again.365:from multiprocessing import Pool

import pandas as pd

PATH = "/data/prices.h5"


def mean(key):
    with pd.HDFStore(PATH, "r") as store:
        return store[key].mean()


def main():
    store = pd.HDFStore(PATH, "r")
    keys = store.keys()
    store.close()
    with Pool(4) as pool:
        print(pool.map(mean, keys))


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad81:The child reads rows of an array that it names by its path in the inherited file.268:from multiprocessing import Process

import tables

store = tables.open_file("/data/images.h5")


def show():
    print(store.root.images.small[:10])


if __name__ == "__main__":
    worker = Process(target=show)
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
9:near-miss69:The parent has read the rows: what the child looks at lies in memory.289:from multiprocessing import Process

import tables

store = tables.open_file("/data/images.h5")
rows = store.root.images.small[:]


def show():
    print(rows[:10], len(rows), rows.mean())


if __name__ == "__main__":
    worker = Process(target=show)
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:pyzmq5:pyzmq5:FG1046:python1 3:zmq1 5:pyzmq6:handle-++-3 
15:zmq.Socket.bind6:method0 ---0 --
18:zmq.Socket.connect6:method0 ---0 --
30:zmq.Socket.bind_to_random_port6:method0 ---0 --16 
15:zmq.Socket.send6:method0 ---0 --
15:zmq.Socket.recv6:method0 ---0 --
22:zmq.Socket.send_string6:method0 ---0 --
22:zmq.Socket.recv_string6:method0 ---0 --
20:zmq.Socket.send_json6:method0 ---0 --
20:zmq.Socket.recv_json6:method0 ---0 --
21:zmq.Socket.send_pyobj6:method0 ---0 --
21:zmq.Socket.recv_pyobj6:method0 ---0 --
25:zmq.Socket.send_multipart6:method0 ---0 --
25:zmq.Socket.recv_multipart6:method0 ---0 --
15:zmq.Socket.poll6:method0 ---0 --
26:zmq.Socket.send_serialized6:method0 ---0 --
26:zmq.Socket.recv_serialized6:method0 ---0 --
20:zmq.Socket.recv_into6:method0 ---0 --
15:zmq.Poller.poll6:method0 ---0 --
9:zmq.proxy8:function2 8:frontend7:backend--+8:frontend0 --0 2 16:zmq.Socket.close19:zmq.Socket.__exit__7 19:zmq.asyncio.Context11:zmq.Context18:zmq.asyncio.Socket10:zmq.Socket17:zmq.green.Context11:zmq.Context16:zmq.green.Socket10:zmq.Socket17:zmq.sugar.Context11:zmq.Context25:zmq.sugar.context.Context11:zmq.Context23:zmq.sugar.socket.Socket10:zmq.Socket3 20:zmq.Context.instance11:zmq.Context18:zmq.Context.socket10:zmq.Socket10:zmq.Poller10:zmq.Poller1 
0:9:uncertain78:may wait for ever and keep a core busy, or lose what it sends without an error-0 -2 12:ZMQbg/Reaper10:ZMQbg/IO/00 82:moves messages on threads of the context, which a fork leaves behind in the parent98:Make the context and its sockets in the child: `zmq.Context.instance()` gives a new context there.-33:Each process connects for itself.3 59:https://github.com/zeromq/pyzmq/blob/main/zmq/sugar/poll.py51:https://pyzmq.readthedocs.io/en/latest/api/zmq.html62:https://github.com/zeromq/pyzmq/blob/main/zmq/sugar/context.py3 
3:bad102:The socket's context belongs to the parent, and so do the threads that would send the child's message.334:from multiprocessing import Process

import zmq

context = zmq.Context()
socket = context.socket(zmq.PUSH)
socket.connect("tcp://localhost:5557")


def report(text):
    socket.send_string(text)


if __name__ == "__main__":
    worker = Process(target=report, args=("started",))
    worker.start()  # warning: FG104
    worker.join()
0 +4:3.12
4:good50:The child makes a context and a socket of its own.425:from multiprocessing import Process

import zmq

context = zmq.Context()
socket = context.socket(zmq.PUSH)
socket.connect("tcp://localhost:5557")


def report(text):
    context = zmq.Context()
    socket = context.socket(zmq.PUSH)
    socket.connect("tcp://localhost:5557")
    socket.send_string(text)


if __name__ == "__main__":
    worker = Process(target=report, args=("started",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss74:The parent receives on its socket; the children have sockets of their own.307:import os

import zmq

context = zmq.Context.instance()
results = context.socket(zmq.PULL)
results.bind("tcp://*:5557")

if os.fork() == 0:
    sink = zmq.Context.instance().socket(zmq.PUSH)
    sink.connect("tcp://localhost:5557")
    sink.send_string("done")
    os._exit(0)

print(results.recv_string())
0 +4:3.12-0 0 0 0 1 19:zmq.Poller.register6:socket0 0 0 0 0 -0 0 0 0 0 0 +0 ---0 
8:rasterio21:rasterio with threads5:FG1026:python1 8:rasterio1 8:rasterio7:process-++-4 
30:rasterio.io.DatasetReader.read6:method0 +11:num_threads0 --0 --
31:rasterio.io.DatasetReader.write6:method0 +11:num_threads0 --0 --
36:rasterio.io.DatasetReader.write_band6:method0 +11:num_threads0 --0 --
23:rasterio.warp.reproject8:function0 +11:num_threads2 3 1:1--0 --3 
31:rasterio.io.DatasetReader.write6:method0 +11:num_threads0 --0 --
36:rasterio.io.DatasetReader.write_band6:method0 +11:num_threads0 --0 --
23:rasterio.warp.reproject8:function0 +11:num_threads2 3 1:1--0 --0 0 2 22:rasterio.DatasetReader25:rasterio.io.DatasetReader25:rasterio.io.DatasetWriter25:rasterio.io.DatasetReader1 13:rasterio.open25:rasterio.io.DatasetReader1 
0:4:hang20:hangs without a word-0 -0 0 148:compresses, reads and warps on GDAL's threads where `num_threads` asks for them, and those belong to the whole process and stay behind in the parent110:Leave `num_threads` out on one side of the fork, or start the workers with the `spawn` or `forkserver` method.-68:A worker without threads uses one core; several workers use several.1 48:https://github.com/rasterio/rasterio/issues/29793 
3:bad97:Warping with four threads starts GDAL's pool in the parent, and the children's warps wait for it.705:from multiprocessing import Pool

import numpy as np
from rasterio.transform import from_origin
from rasterio.warp import reproject

DEGREES = from_origin(0, 10, 0.01, 0.01)
METRES = from_origin(0, 1_000_000, 1000, 1000)


def warp(seed, threads=4):
    source = np.random.default_rng(seed).random((1000, 1000), dtype="float32")
    target = np.zeros_like(source)
    reproject(
        source, target, src_transform=DEGREES, src_crs="EPSG:4326", dst_transform=METRES, dst_crs="EPSG:3857",
        num_threads=threads)
    return target.mean()


def main():
    print(warp(0, 4))
    with Pool(4) as pool:  # error: FG102
        print(pool.map(warp, range(1, 9)))


if __name__ == "__main__":
    main()
0 +4:3.12
4:good41:The workers warp without threads of GDAL.689:from multiprocessing import Pool

import numpy as np
from rasterio.transform import from_origin
from rasterio.warp import reproject

DEGREES = from_origin(0, 10, 0.01, 0.01)
METRES = from_origin(0, 1_000_000, 1000, 1000)


def warp(seed, threads=1):
    source = np.random.default_rng(seed).random((1000, 1000), dtype="float32")
    target = np.zeros_like(source)
    reproject(
        source, target, src_transform=DEGREES, src_crs="EPSG:4326", dst_transform=METRES, dst_crs="EPSG:3857",
        num_threads=threads)
    return target.mean()


def main():
    print(warp(0, 4))
    with Pool(4) as pool:
        print(pool.map(warp, range(1, 9)))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss33:Only the workers ask for threads.689:from multiprocessing import Pool

import numpy as np
from rasterio.transform import from_origin
from rasterio.warp import reproject

DEGREES = from_origin(0, 10, 0.01, 0.01)
METRES = from_origin(0, 1_000_000, 1000, 1000)


def warp(seed, threads=4):
    source = np.random.default_rng(seed).random((1000, 1000), dtype="float32")
    target = np.zeros_like(source)
    reproject(
        source, target, src_transform=DEGREES, src_crs="EPSG:4326", dst_transform=METRES, dst_crs="EPSG:3857",
        num_threads=threads)
    return target.mean()


def main():
    print(warp(0, 1))
    with Pool(4) as pool:
        print(pool.map(warp, range(1, 9)))


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
13:redis-asyncio28:an asynchronous Redis client5:FG1046:python1 5:redis1 5:redis6:handle-++-67 
23:redis.asyncio.Redis.get6:method0 ---0 --
23:redis.asyncio.Redis.set6:method0 ---0 --
25:redis.asyncio.Redis.setex6:method0 ---0 --
25:redis.asyncio.Redis.setnx6:method0 ---0 --
26:redis.asyncio.Redis.getset6:method0 ---0 --
26:redis.asyncio.Redis.getdel6:method0 ---0 --
24:redis.asyncio.Redis.mget6:method0 ---0 --
24:redis.asyncio.Redis.mset6:method0 ---0 --
26:redis.asyncio.Redis.delete6:method0 ---0 --
26:redis.asyncio.Redis.exists6:method0 ---0 --
26:redis.asyncio.Redis.expire6:method0 ---0 --
23:redis.asyncio.Redis.ttl6:method0 ---0 --
24:redis.asyncio.Redis.incr6:method0 ---0 --
26:redis.asyncio.Redis.incrby6:method0 ---0 --
24:redis.asyncio.Redis.decr6:method0 ---0 --
24:redis.asyncio.Redis.hget6:method0 ---0 --
24:redis.asyncio.Redis.hset6:method0 ---0 --
27:redis.asyncio.Redis.hgetall6:method0 ---0 --
25:redis.asyncio.Redis.hmget6:method0 ---0 --
24:redis.asyncio.Redis.hdel6:method0 ---0 --
27:redis.asyncio.Redis.hexists6:method0 ---0 --
27:redis.asyncio.Redis.hincrby6:method0 ---0 --
25:redis.asyncio.Redis.hkeys6:method0 ---0 --
25:redis.asyncio.Redis.hvals6:method0 ---0 --
25:redis.asyncio.Redis.lpush6:method0 ---0 --
25:redis.asyncio.Redis.rpush6:method0 ---0 --
24:redis.asyncio.Redis.lpop6:method0 ---0 --
24:redis.asyncio.Redis.rpop6:method0 ---0 --
25:redis.asyncio.Redis.blpop6:method0 ---0 --
25:redis.asyncio.Redis.brpop6:method0 ---0 --
26:redis.asyncio.Redis.lrange6:method0 ---0 --
24:redis.asyncio.Redis.llen6:method0 ---0 --
25:redis.asyncio.Redis.ltrim6:method0 ---0 --
24:redis.asyncio.Redis.sadd6:method0 ---0 --
24:redis.asyncio.Redis.srem6:method0 ---0 --
28:redis.asyncio.Redis.smembers6:method0 ---0 --
29:redis.asyncio.Redis.sismember6:method0 ---0 --
25:redis.asyncio.Redis.scard6:method0 ---0 --
24:redis.asyncio.Redis.zadd6:method0 ---0 --
26:redis.asyncio.Redis.zrange6:method0 ---0 --
24:redis.asyncio.Redis.zrem6:method0 ---0 --
26:redis.asyncio.Redis.zscore6:method0 ---0 --
33:redis.asyncio.Redis.zrangebyscore6:method0 ---0 --
29:redis.asyncio.Redis.zrevrange6:method0 ---0 --
27:redis.asyncio.Redis.publish6:method0 ---0 --
24:redis.asyncio.Redis.ping6:method0 ---0 --
24:redis.asyncio.Redis.echo6:method0 ---0 --
24:redis.asyncio.Redis.keys6:method0 ---0 --
24:redis.asyncio.Redis.scan6:method0 ---0 --
24:redis.asyncio.Redis.type6:method0 ---0 --
26:redis.asyncio.Redis.rename6:method0 ---0 --
27:redis.asyncio.Redis.flushdb6:method0 ---0 --
28:redis.asyncio.Redis.flushall6:method0 ---0 --
24:redis.asyncio.Redis.info6:method0 ---0 --
26:redis.asyncio.Redis.dbsize6:method0 ---0 --
24:redis.asyncio.Redis.eval6:method0 ---0 --
24:redis.asyncio.Redis.xadd6:method0 ---0 --
25:redis.asyncio.Redis.xread6:method0 ---0 --
30:redis.asyncio.Redis.xreadgroup6:method0 ---0 --
33:redis.asyncio.Redis.xgroup_create6:method0 ---0 --
24:redis.asyncio.Redis.xack6:method0 ---0 --
24:redis.asyncio.Redis.xlen6:method0 ---0 --
35:redis.asyncio.Redis.execute_command6:method0 ---0 --
38:redis.asyncio.Redis.pipeline().execute6:method0 ---0 --
38:redis.asyncio.Redis.pubsub().subscribe6:method0 ---0 --
39:redis.asyncio.Redis.pubsub().psubscribe6:method0 ---0 --
40:redis.asyncio.Redis.pubsub().get_message6:method0 ---0 --67 
23:redis.asyncio.Redis.get6:method0 ---0 --
23:redis.asyncio.Redis.set6:method0 ---0 --
25:redis.asyncio.Redis.setex6:method0 ---0 --
25:redis.asyncio.Redis.setnx6:method0 ---0 --
26:redis.asyncio.Redis.getset6:method0 ---0 --
26:redis.asyncio.Redis.getdel6:method0 ---0 --
24:redis.asyncio.Redis.mget6:method0 ---0 --
24:redis.asyncio.Redis.mset6:method0 ---0 --
26:redis.asyncio.Redis.delete6:method0 ---0 --
26:redis.asyncio.Redis.exists6:method0 ---0 --
26:redis.asyncio.Redis.expire6:method0 ---0 --
23:redis.asyncio.Redis.ttl6:method0 ---0 --
24:redis.asyncio.Redis.incr6:method0 ---0 --
26:redis.asyncio.Redis.incrby6:method0 ---0 --
24:redis.asyncio.Redis.decr6:method0 ---0 --
24:redis.asyncio.Redis.hget6:method0 ---0 --
24:redis.asyncio.Redis.hset6:method0 ---0 --
27:redis.asyncio.Redis.hgetall6:method0 ---0 --
25:redis.asyncio.Redis.hmget6:method0 ---0 --
24:redis.asyncio.Redis.hdel6:method0 ---0 --
27:redis.asyncio.Redis.hexists6:method0 ---0 --
27:redis.asyncio.Redis.hincrby6:method0 ---0 --
25:redis.asyncio.Redis.hkeys6:method0 ---0 --
25:redis.asyncio.Redis.hvals6:method0 ---0 --
25:redis.asyncio.Redis.lpush6:method0 ---0 --
25:redis.asyncio.Redis.rpush6:method0 ---0 --
24:redis.asyncio.Redis.lpop6:method0 ---0 --
24:redis.asyncio.Redis.rpop6:method0 ---0 --
25:redis.asyncio.Redis.blpop6:method0 ---0 --
25:redis.asyncio.Redis.brpop6:method0 ---0 --
26:redis.asyncio.Redis.lrange6:method0 ---0 --
24:redis.asyncio.Redis.llen6:method0 ---0 --
25:redis.asyncio.Redis.ltrim6:method0 ---0 --
24:redis.asyncio.Redis.sadd6:method0 ---0 --
24:redis.asyncio.Redis.srem6:method0 ---0 --
28:redis.asyncio.Redis.smembers6:method0 ---0 --
29:redis.asyncio.Redis.sismember6:method0 ---0 --
25:redis.asyncio.Redis.scard6:method0 ---0 --
24:redis.asyncio.Redis.zadd6:method0 ---0 --
26:redis.asyncio.Redis.zrange6:method0 ---0 --
24:redis.asyncio.Redis.zrem6:method0 ---0 --
26:redis.asyncio.Redis.zscore6:method0 ---0 --
33:redis.asyncio.Redis.zrangebyscore6:method0 ---0 --
29:redis.asyncio.Redis.zrevrange6:method0 ---0 --
27:redis.asyncio.Redis.publish6:method0 ---0 --
24:redis.asyncio.Redis.ping6:method0 ---0 --
24:redis.asyncio.Redis.echo6:method0 ---0 --
24:redis.asyncio.Redis.keys6:method0 ---0 --
24:redis.asyncio.Redis.scan6:method0 ---0 --
24:redis.asyncio.Redis.type6:method0 ---0 --
26:redis.asyncio.Redis.rename6:method0 ---0 --
27:redis.asyncio.Redis.flushdb6:method0 ---0 --
28:redis.asyncio.Redis.flushall6:method0 ---0 --
24:redis.asyncio.Redis.info6:method0 ---0 --
26:redis.asyncio.Redis.dbsize6:method0 ---0 --
24:redis.asyncio.Redis.eval6:method0 ---0 --
24:redis.asyncio.Redis.xadd6:method0 ---0 --
25:redis.asyncio.Redis.xread6:method0 ---0 --
30:redis.asyncio.Redis.xreadgroup6:method0 ---0 --
33:redis.asyncio.Redis.xgroup_create6:method0 ---0 --
24:redis.asyncio.Redis.xack6:method0 ---0 --
24:redis.asyncio.Redis.xlen6:method0 ---0 --
35:redis.asyncio.Redis.execute_command6:method0 ---0 --
38:redis.asyncio.Redis.pipeline().execute6:method0 ---0 --
38:redis.asyncio.Redis.pubsub().subscribe6:method0 ---0 --
39:redis.asyncio.Redis.pubsub().psubscribe6:method0 ---0 --
40:redis.asyncio.Redis.pubsub().get_message6:method0 ---0 --0 5 25:redis.asyncio.Redis.close26:redis.asyncio.Redis.aclose29:redis.asyncio.Redis.__aexit__46:redis.asyncio.Redis.connection_pool.disconnect42:redis.asyncio.Redis.connection_pool.aclose3 25:redis.asyncio.StrictRedis19:redis.asyncio.Redis26:redis.asyncio.client.Redis19:redis.asyncio.Redis32:redis.asyncio.client.StrictRedis19:redis.asyncio.Redis6 19:redis.asyncio.Redis19:redis.asyncio.Redis28:redis.asyncio.Redis.from_url19:redis.asyncio.Redis28:redis.asyncio.Redis.pipeline30:redis.asyncio.Redis.pipeline()26:redis.asyncio.Redis.pubsub28:redis.asyncio.Redis.pubsub()22:redis.asyncio.from_url19:redis.asyncio.Redis28:redis.asyncio.utils.from_url19:redis.asyncio.Redis1 
0:10:corruption102:reads the answers to another process's commands; in an event loop of its own it dies of `RuntimeError`-0 -0 0 166:keeps open sockets for the next command, which belong to the event loop that has opened them, and does not look at the process's number as the synchronous client does129:Make the client in the child, in the worker's function or in its initializer; or call `aclose()` on the parent's before the fork.-32:One connection for each process.2 73:https://github.com/redis/redis-py/blob/master/redis/asyncio/connection.py65:https://github.com/redis/redis-py/blob/master/redis/connection.py5 
3:bad89:Parent and child send their commands through one socket, and each reads what comes first.299:import asyncio
import os

import redis.asyncio as redis


async def main():
    client = redis.Redis()
    await client.set("state", "new")
    if os.fork() == 0:  # error: FG104
        print(await client.get("state"))
        os._exit(0)
    print(await client.get("owner"))


asyncio.run(main())
0 +4:3.12
4:good36:The child makes a client of its own.314:import asyncio
import os

import redis.asyncio as redis


async def main():
    client = redis.Redis()
    await client.set("state", "new")
    if os.fork() == 0:
        client = redis.Redis()
        print(await client.get("state"))
        os._exit(0)
    print(await client.get("owner"))


asyncio.run(main())
0 +4:3.12
9:near-miss102:The parent closes its connections before the fork, and the client opens others where it is used again.333:import asyncio
import os

from redis.asyncio import Redis


async def main():
    client = Redis.from_url("redis://localhost")
    await client.set("state", "new")
    await client.aclose()
    if os.fork() == 0:
        print(await client.get("state"))
        os._exit(0)
    print(await client.get("owner"))


asyncio.run(main())
0 +4:3.12
9:near-miss84:The synchronous client looks at the process's number and connects anew in the child.168:import os

import redis

client = redis.Redis()
client.set("state", "new")
if os.fork() == 0:
    print(client.get("state"))
    os._exit(0)
print(client.get("owner"))
0 +4:3.12
9:near-miss59:The client is made at import and first used in the workers.267:import asyncio
from multiprocessing import Pool

import redis.asyncio as redis

client = redis.Redis()


def work(name):
    return asyncio.run(client.get(name))


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, ["state", "owner"]))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
8:requests18:a requests session5:FG1046:python4 8:requests12:cachecontrol14:requests_cache17:requests_oauthlib1 8:requests6:handle-++-9 
20:requests.Session.get6:method0 ---0 --
21:requests.Session.post6:method0 ---0 --
20:requests.Session.put6:method0 ---0 --
22:requests.Session.patch6:method0 ---0 --
23:requests.Session.delete6:method0 ---0 --
21:requests.Session.head6:method0 ---0 --
24:requests.Session.options6:method0 ---0 --
24:requests.Session.request6:method0 ---0 --
21:requests.Session.send6:method0 ---0 --9 
20:requests.Session.get6:method0 ---0 --
21:requests.Session.post6:method0 ---0 --
20:requests.Session.put6:method0 ---0 --
22:requests.Session.patch6:method0 ---0 --
23:requests.Session.delete6:method0 ---0 --
21:requests.Session.head6:method0 ---0 --
24:requests.Session.options6:method0 ---0 --
24:requests.Session.request6:method0 ---0 --
21:requests.Session.send6:method0 ---0 --0 2 22:requests.Session.close25:requests.Session.__exit__1 25:requests.sessions.Session16:requests.Session6 25:cachecontrol.CacheControl16:requests.Session16:requests.Session16:requests.Session16:requests.session16:requests.Session28:requests_cache.CachedSession16:requests.Session31:requests_oauthlib.OAuth1Session16:requests.Session31:requests_oauthlib.OAuth2Session16:requests.Session1 
0:9:uncertain124:may read the answer to another process's request, or wait for ever for its own, where two of them use the connection at once-0 -0 0 87:keeps open sockets for the next request, and a fork hands the same sockets to the child125:Make the session in the child, in the worker's function or in its initializer; or close the parent's session before the fork.-32:One connection for each process.2 43:https://github.com/psf/requests/issues/190646:https://github.com/psf/cachecontrol/issues/2183 
3:bad123:The parent's request leaves an open connection in the session, and the four workers send their requests through it at once.306:from multiprocessing import Pool

import requests

session = requests.Session()


def fetch(number):
    return session.get(f"https://example.org/items/{number}").text


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
4:good38:Every call makes a session of its own.321:from multiprocessing import Pool

import requests

session = requests.Session()


def fetch(number):
    session = requests.Session()
    return session.get(f"https://example.org/items/{number}").text


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
9:near-miss81:The parent has sent nothing before the fork, so there is no open socket to share.268:from multiprocessing import Pool

import requests

session = requests.Session()


def fetch(number):
    return session.get(f"https://example.org/items/{number}").text


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 1 25:cachecontrol.CacheControl4:sess0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
9:rocksdict9:rocksdict5:FG1026:python1 9:rocksdict1 9:rocksdict7:process-+--1 
15:rocksdict.Rdict11:constructor0 ---0 --6 
19:rocksdict.Rdict.put6:method0 ---0 --
27:rocksdict.Rdict.__setitem__6:method0 ---0 --
22:rocksdict.Rdict.delete6:method0 ---0 --
27:rocksdict.Rdict.__delitem__6:method0 ---0 --
21:rocksdict.Rdict.write6:method0 ---0 --
21:rocksdict.Rdict.flush6:method0 ---0 --0 0 0 1 15:rocksdict.Rdict15:rocksdict.Rdict1 
0:4:hang95:reads well, and hangs where what it wrote goes to the disk: in `flush` or `close` at the latest-0 -2 11:rocksdb:low12:rocksdb:high0 148:opens databases with RocksDB, whose background threads serve the whole process and stay behind in the parent; closing the database does not end them98:Start the workers with the `spawn` or `forkserver` method, or open databases only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 38:https://github.com/rocksdict/RocksDict52:https://github.com/facebook/rocksdb/wiki/Thread-Pool3 
3:bad113:The parent has opened and closed another database; the child's `close` writes with threads that it does not have.450:from multiprocessing import Process

from rocksdict import Rdict


def keep(items):
    db = Rdict("/data/sales")
    for key, value in items:
        db[key] = value
    db.close()


def main():
    known = Rdict("/data/regions")
    print(len(list(known.keys())))
    known.close()
    worker = Process(target=keep, args=([("south", 12), ("north", 7)],))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good42:The spawned worker has threads of its own.459:from multiprocessing import get_context

from rocksdict import Rdict


def keep(items):
    db = Rdict("/data/sales")
    for key, value in items:
        db[key] = value
    db.close()


def main():
    known = Rdict("/data/regions")
    print(len(list(known.keys())))
    known.close()
    worker = get_context("spawn").Process(target=keep, args=([("south", 12), ("north", 7)],))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child opens a database.379:from multiprocessing import Process

from rocksdict import Rdict


def keep(items):
    db = Rdict("/data/sales")
    for key, value in items:
        db[key] = value
    db.close()


def main():
    print("two regions to keep")
    worker = Process(target=keep, args=([("south", 12), ("north", 7)],))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
12:scikit-learn32:scikit-learn (OpenMP estimators)5:FG1026:python1 7:sklearn1 12:scikit-learn7:process-+--27 
51:sklearn.ensemble.HistGradientBoostingClassifier.fit6:method0 ---0 --
55:sklearn.ensemble.HistGradientBoostingClassifier.predict6:method0 ---0 --
50:sklearn.ensemble.HistGradientBoostingRegressor.fit6:method0 ---0 --
54:sklearn.ensemble.HistGradientBoostingRegressor.predict6:method0 ---0 --
26:sklearn.cluster.KMeans.fit6:method0 ---0 --
30:sklearn.cluster.KMeans.predict6:method0 ---0 --
34:sklearn.cluster.KMeans.fit_predict6:method0 ---0 --
35:sklearn.cluster.MiniBatchKMeans.fit6:method0 ---0 --
43:sklearn.cluster.MiniBatchKMeans.fit_predict6:method0 ---0 --
35:sklearn.cluster.BisectingKMeans.fit6:method0 ---0 --
43:sklearn.cluster.BisectingKMeans.fit_predict6:method0 ---0 --
38:sklearn.cluster.SpectralClustering.fit6:method0 ---0 --
46:sklearn.cluster.SpectralClustering.fit_predict6:method0 ---0 --
29:sklearn.cluster.MeanShift.fit6:method0 ---0 --
37:sklearn.cluster.MeanShift.fit_predict6:method0 ---0 --
25:sklearn.cluster.Birch.fit6:method0 ---0 --
35:sklearn.mixture.GaussianMixture.fit6:method0 ---0 --
43:sklearn.mixture.GaussianMixture.fit_predict6:method0 ---0 --
25:sklearn.manifold.TSNE.fit6:method0 ---0 --
35:sklearn.manifold.TSNE.fit_transform6:method0 ---0 --
45:sklearn.metrics.pairwise_distances_argmin_min8:function0 ---0 --
36:sklearn.cluster.KMeans.fit_transform6:method0 ---0 --
28:sklearn.cluster.KMeans.score6:method0 ---0 --
43:sklearn.cluster.MiniBatchKMeans.partial_fit6:method0 ---0 --
39:sklearn.cluster.MiniBatchKMeans.predict6:method0 ---0 --
45:sklearn.cluster.MiniBatchKMeans.fit_transform6:method0 ---0 --
45:sklearn.neighbors.NearestNeighbors.kneighbors6:method0 +9:algorithm3 2 5:brute--0 --0 0 0 0 12 25:sklearn.cluster.Birch.fit21:sklearn.cluster.Birch35:sklearn.cluster.BisectingKMeans.fit31:sklearn.cluster.BisectingKMeans26:sklearn.cluster.KMeans.fit22:sklearn.cluster.KMeans29:sklearn.cluster.MeanShift.fit25:sklearn.cluster.MeanShift35:sklearn.cluster.MiniBatchKMeans.fit31:sklearn.cluster.MiniBatchKMeans43:sklearn.cluster.MiniBatchKMeans.partial_fit31:sklearn.cluster.MiniBatchKMeans38:sklearn.cluster.SpectralClustering.fit34:sklearn.cluster.SpectralClustering51:sklearn.ensemble.HistGradientBoostingClassifier.fit47:sklearn.ensemble.HistGradientBoostingClassifier50:sklearn.ensemble.HistGradientBoostingRegressor.fit46:sklearn.ensemble.HistGradientBoostingRegressor25:sklearn.manifold.TSNE.fit21:sklearn.manifold.TSNE35:sklearn.mixture.GaussianMixture.fit31:sklearn.mixture.GaussianMixture38:sklearn.neighbors.NearestNeighbors.fit34:sklearn.neighbors.NearestNeighbors1 
0:4:hang20:hangs without a word-0 -0 0 161:runs the loops of HistGradientBoosting, of KMeans and of what builds on it on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.4 57:https://github.com/scikit-learn/scikit-learn/issues/2382357:https://github.com/scikit-learn/scikit-learn/issues/1927256:https://github.com/scikit-learn/scikit-learn/issues/765043:https://github.com/dmlc/xgboost/issues/70443 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.346:from multiprocessing import Process

import numpy as np
from sklearn.cluster import KMeans


def work():
    model = KMeans(n_clusters=4).fit(np.random.rand(10000, 8))
    print(model.inertia_)


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.355:from multiprocessing import get_context

import numpy as np
from sklearn.cluster import KMeans


def work():
    model = KMeans(n_clusters=4).fit(np.random.rand(10000, 8))
    print(model.inertia_)


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.319:from multiprocessing import Process

import numpy as np
from sklearn.cluster import KMeans


def work():
    model = KMeans(n_clusters=4).fit(np.random.rand(10000, 8))
    print(model.inertia_)


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 1 17:OMP_NUM_THREADS=10 0 0 0 +0 0 1 31:threadpoolctl.threadpool_limits0 0 0 -0 ---0 
10:sqlalchemy10:SQLAlchemy5:FG1046:python2 10:sqlalchemy16:flask_sqlalchemy1 10:sqlalchemy6:handle-++-93 
25:sqlalchemy.Engine.connect6:method0 +9:poolclass1 --0 --
23:sqlalchemy.Engine.begin6:method0 +9:poolclass1 --0 --
32:sqlalchemy.Engine.raw_connection6:method0 +9:poolclass1 --0 --
25:sqlalchemy.Engine.execute6:method0 +9:poolclass1 --0 --
24:sqlalchemy.Engine.scalar6:method0 +9:poolclass1 --0 --
29:sqlalchemy.Connection.execute6:method0 +9:poolclass1 --0 --
28:sqlalchemy.Connection.scalar6:method0 +9:poolclass1 --0 --
29:sqlalchemy.Connection.scalars6:method0 +9:poolclass1 --0 --
30:sqlalchemy.orm.Session.execute6:method0 +9:poolclass1 --0 --
29:sqlalchemy.orm.Session.scalar6:method0 +9:poolclass1 --0 --
30:sqlalchemy.orm.Session.scalars6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.query6:method0 +9:poolclass1 --0 --
26:sqlalchemy.orm.Session.get6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.flush6:method0 +9:poolclass1 --0 --
29:sqlalchemy.orm.Session.commit6:method0 +9:poolclass1 --0 --
30:sqlalchemy.orm.Session.refresh6:method0 +9:poolclass1 --0 --
33:sqlalchemy.orm.Session.connection6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.execute6:method0 +9:poolclass1 --0 --
36:sqlalchemy.orm.scoped_session.scalar6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.scalars6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.query6:method0 +9:poolclass1 --0 --
33:sqlalchemy.orm.scoped_session.get6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.flush6:method0 +9:poolclass1 --0 --
36:sqlalchemy.orm.scoped_session.commit6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.refresh6:method0 +9:poolclass1 --0 --
40:sqlalchemy.orm.scoped_session.connection6:method0 +9:poolclass1 --0 --
23:sqlalchemy.*.create_all6:method1 4:bind+9:poolclass1 -+4:bind0 --
37:sqlmodel.SQLModel.metadata.create_all6:method1 4:bind+9:poolclass1 -+4:bind0 --
21:sqlalchemy.*.drop_all6:method1 4:bind+9:poolclass1 -+4:bind0 --
27:sqlalchemy.MetaData.reflect6:method1 4:bind+9:poolclass1 -+4:bind0 --
16:sqlalchemy.Table11:constructor3 4:name8:metadata13:autoload_with+9:poolclass1 -+13:autoload_with0 --
15:pandas.read_sql8:function2 3:sql3:con+9:poolclass1 -+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con+9:poolclass1 -+3:con0 --
21:pandas.read_sql_table8:function2 10:table_name3:con+9:poolclass1 -+3:con0 --
15:pandas.*.to_sql6:method2 4:name3:con+9:poolclass1 -+3:con0 --
43:flask_sqlalchemy.SQLAlchemy.session.execute6:method0 ---0 --
42:flask_sqlalchemy.SQLAlchemy.session.scalar6:method0 ---0 --
43:flask_sqlalchemy.SQLAlchemy.session.scalars6:method0 ---0 --
41:flask_sqlalchemy.SQLAlchemy.session.query6:method0 ---0 --
39:flask_sqlalchemy.SQLAlchemy.session.get6:method0 ---0 --
41:flask_sqlalchemy.SQLAlchemy.session.flush6:method0 ---0 --
42:flask_sqlalchemy.SQLAlchemy.session.commit6:method0 ---0 --
43:flask_sqlalchemy.SQLAlchemy.session.refresh6:method0 ---0 --
38:flask_sqlalchemy.SQLAlchemy.create_all6:method0 ---0 --
36:flask_sqlalchemy.SQLAlchemy.drop_all6:method0 ---0 --
35:flask_sqlalchemy.SQLAlchemy.reflect6:method0 ---0 --
45:flask_sqlalchemy.SQLAlchemy.Model.query.*.all6:method0 ---0 --
47:flask_sqlalchemy.SQLAlchemy.Model.query.*.first6:method0 ---0 --
45:flask_sqlalchemy.SQLAlchemy.Model.query.*.one6:method0 ---0 --
53:flask_sqlalchemy.SQLAlchemy.Model.query.*.one_or_none6:method0 ---0 --
45:flask_sqlalchemy.SQLAlchemy.Model.query.*.get6:method0 ---0 --
52:flask_sqlalchemy.SQLAlchemy.Model.query.*.get_or_4046:method0 ---0 --
54:flask_sqlalchemy.SQLAlchemy.Model.query.*.first_or_4046:method0 ---0 --
52:flask_sqlalchemy.SQLAlchemy.Model.query.*.one_or_4046:method0 ---0 --
47:flask_sqlalchemy.SQLAlchemy.Model.query.*.count6:method0 ---0 --
50:flask_sqlalchemy.SQLAlchemy.Model.query.*.paginate6:method0 ---0 --
48:flask_sqlalchemy.SQLAlchemy.Model.query.*.scalar6:method0 ---0 --
48:flask_sqlalchemy.SQLAlchemy.Model.query.*.delete6:method0 ---0 --
48:flask_sqlalchemy.SQLAlchemy.Model.query.*.update6:method0 ---0 --
50:sqlalchemy.orm.scoped_session.query_property().all6:method0 +9:poolclass1 --0 --
52:sqlalchemy.orm.scoped_session.query_property().first6:method0 +9:poolclass1 --0 --
50:sqlalchemy.orm.scoped_session.query_property().get6:method0 +9:poolclass1 --0 --
50:sqlalchemy.orm.scoped_session.query_property().one6:method0 +9:poolclass1 --0 --
58:sqlalchemy.orm.scoped_session.query_property().one_or_none6:method0 +9:poolclass1 --0 --
52:sqlalchemy.orm.scoped_session.query_property().count6:method0 +9:poolclass1 --0 --
53:sqlalchemy.orm.scoped_session.query_property().scalar6:method0 +9:poolclass1 --0 --
53:sqlalchemy.orm.scoped_session.query_property().filter6:method0 +9:poolclass1 --0 --
56:sqlalchemy.orm.scoped_session.query_property().filter_by6:method0 +9:poolclass1 --0 --
55:sqlalchemy.orm.scoped_session.query_property().order_by6:method0 +9:poolclass1 --0 --
52:sqlalchemy.orm.scoped_session.query_property().limit6:method0 +9:poolclass1 --0 --
51:sqlalchemy.orm.scoped_session.query_property().join6:method0 +9:poolclass1 --0 --
55:sqlalchemy.orm.scoped_session.query_property().paginate6:method0 +9:poolclass1 --0 --
53:sqlalchemy.orm.scoped_session.query_property().update6:method0 +9:poolclass1 --0 --
53:sqlalchemy.orm.scoped_session.query_property().delete6:method0 +9:poolclass1 --0 --
27:sqlalchemy.orm.Session.exec6:method0 +9:poolclass1 --0 --
18:sqlalchemy.inspect8:function1 7:subject+9:poolclass1 -+7:subject0 --
28:sqlalchemy.orm.Session.merge6:method0 +9:poolclass1 --0 --
40:sqlalchemy.orm.Session.bulk_save_objects6:method0 +9:poolclass1 --0 --
43:sqlalchemy.orm.Session.bulk_insert_mappings6:method0 +9:poolclass1 --0 --
43:sqlalchemy.orm.Session.bulk_update_mappings6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.begin6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.merge6:method0 +9:poolclass1 --0 --
47:sqlalchemy.orm.scoped_session.bulk_save_objects6:method0 +9:poolclass1 --0 --
50:sqlalchemy.orm.scoped_session.bulk_insert_mappings6:method0 +9:poolclass1 --0 --
50:sqlalchemy.orm.scoped_session.bulk_update_mappings6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.begin6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.sessionmaker().begin6:method0 +9:poolclass1 --0 --
37:sqlalchemy.Connection.exec_driver_sql6:method0 +9:poolclass1 --0 --
28:sqlalchemy.Connection.stream6:method0 +9:poolclass1 --0 --
36:sqlalchemy.Connection.stream_scalars6:method0 +9:poolclass1 --0 --
29:sqlalchemy.orm.Session.stream6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.Session.stream_scalars6:method0 +9:poolclass1 --0 --
45:sqlalchemy.ext.automap.automap_base().prepare6:method1 13:autoload_with+9:poolclass1 -+13:autoload_with0 --109 
25:sqlalchemy.Engine.connect6:method0 ---0 --
23:sqlalchemy.Engine.begin6:method0 ---0 --
32:sqlalchemy.Engine.raw_connection6:method0 ---0 --
25:sqlalchemy.Engine.execute6:method0 ---0 --
24:sqlalchemy.Engine.scalar6:method0 ---0 --
29:sqlalchemy.Connection.execute6:method0 ---0 --
28:sqlalchemy.Connection.scalar6:method0 ---0 --
29:sqlalchemy.Connection.scalars6:method0 ---0 --
28:sqlalchemy.Connection.commit6:method0 ---0 --
30:sqlalchemy.Connection.rollback6:method0 ---0 --
27:sqlalchemy.Connection.begin6:method0 ---0 --
30:sqlalchemy.orm.Session.execute6:method0 +9:poolclass1 --0 --
29:sqlalchemy.orm.Session.scalar6:method0 +9:poolclass1 --0 --
30:sqlalchemy.orm.Session.scalars6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.query6:method0 +9:poolclass1 --0 --
26:sqlalchemy.orm.Session.get6:method0 +9:poolclass1 --0 --
26:sqlalchemy.orm.Session.add6:method0 +9:poolclass1 --0 --
30:sqlalchemy.orm.Session.add_all6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.merge6:method0 +9:poolclass1 --0 --
29:sqlalchemy.orm.Session.delete6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.flush6:method0 +9:poolclass1 --0 --
29:sqlalchemy.orm.Session.commit6:method0 +9:poolclass1 --0 --
31:sqlalchemy.orm.Session.rollback6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.close6:method0 +9:poolclass1 --0 --
30:sqlalchemy.orm.Session.refresh6:method0 +9:poolclass1 --0 --
28:sqlalchemy.orm.Session.begin6:method0 +9:poolclass1 --0 --
33:sqlalchemy.orm.Session.connection6:method0 +9:poolclass1 --0 --
40:sqlalchemy.orm.Session.bulk_save_objects6:method0 +9:poolclass1 --0 --
43:sqlalchemy.orm.Session.bulk_insert_mappings6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.execute6:method0 +9:poolclass1 --0 --
36:sqlalchemy.orm.scoped_session.scalar6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.scalars6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.query6:method0 +9:poolclass1 --0 --
33:sqlalchemy.orm.scoped_session.get6:method0 +9:poolclass1 --0 --
33:sqlalchemy.orm.scoped_session.add6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.add_all6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.merge6:method0 +9:poolclass1 --0 --
36:sqlalchemy.orm.scoped_session.delete6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.flush6:method0 +9:poolclass1 --0 --
36:sqlalchemy.orm.scoped_session.commit6:method0 +9:poolclass1 --0 --
38:sqlalchemy.orm.scoped_session.rollback6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.close6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.scoped_session.refresh6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.scoped_session.begin6:method0 +9:poolclass1 --0 --
40:sqlalchemy.orm.scoped_session.connection6:method0 +9:poolclass1 --0 --
47:sqlalchemy.orm.scoped_session.bulk_save_objects6:method0 +9:poolclass1 --0 --
50:sqlalchemy.orm.scoped_session.bulk_insert_mappings6:method0 +9:poolclass1 --0 --
16:sqlalchemy.Table11:constructor3 4:name8:metadata13:autoload_with+9:poolclass1 -+13:autoload_with0 --
15:pandas.read_sql8:function2 3:sql3:con+9:poolclass1 -+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con+9:poolclass1 -+3:con0 --
21:pandas.read_sql_table8:function2 10:table_name3:con+9:poolclass1 -+3:con0 --
15:pandas.*.to_sql6:method2 4:name3:con+9:poolclass1 -+3:con0 --
43:flask_sqlalchemy.SQLAlchemy.session.execute6:method0 ---0 --
42:flask_sqlalchemy.SQLAlchemy.session.scalar6:method0 ---0 --
43:flask_sqlalchemy.SQLAlchemy.session.scalars6:method0 ---0 --
41:flask_sqlalchemy.SQLAlchemy.session.query6:method0 ---0 --
39:flask_sqlalchemy.SQLAlchemy.session.get6:method0 ---0 --
41:flask_sqlalchemy.SQLAlchemy.session.flush6:method0 ---0 --
42:flask_sqlalchemy.SQLAlchemy.session.commit6:method0 ---0 --
43:flask_sqlalchemy.SQLAlchemy.session.refresh6:method0 ---0 --
39:flask_sqlalchemy.SQLAlchemy.session.add6:method0 ---0 --
43:flask_sqlalchemy.SQLAlchemy.session.add_all6:method0 ---0 --
41:flask_sqlalchemy.SQLAlchemy.session.merge6:method0 ---0 --
42:flask_sqlalchemy.SQLAlchemy.session.delete6:method0 ---0 --
44:flask_sqlalchemy.SQLAlchemy.session.rollback6:method0 ---0 --
53:flask_sqlalchemy.SQLAlchemy.session.bulk_save_objects6:method0 ---0 --
45:flask_sqlalchemy.SQLAlchemy.Model.query.*.all6:method0 ---0 --
47:flask_sqlalchemy.SQLAlchemy.Model.query.*.first6:method0 ---0 --
45:flask_sqlalchemy.SQLAlchemy.Model.query.*.one6:method0 ---0 --
53:flask_sqlalchemy.SQLAlchemy.Model.query.*.one_or_none6:method0 ---0 --
45:flask_sqlalchemy.SQLAlchemy.Model.query.*.get6:method0 ---0 --
52:flask_sqlalchemy.SQLAlchemy.Model.query.*.get_or_4046:method0 ---0 --
54:flask_sqlalchemy.SQLAlchemy.Model.query.*.first_or_4046:method0 ---0 --
52:flask_sqlalchemy.SQLAlchemy.Model.query.*.one_or_4046:method0 ---0 --
47:flask_sqlalchemy.SQLAlchemy.Model.query.*.count6:method0 ---0 --
50:flask_sqlalchemy.SQLAlchemy.Model.query.*.paginate6:method0 ---0 --
48:flask_sqlalchemy.SQLAlchemy.Model.query.*.scalar6:method0 ---0 --
48:flask_sqlalchemy.SQLAlchemy.Model.query.*.delete6:method0 ---0 --
48:flask_sqlalchemy.SQLAlchemy.Model.query.*.update6:method0 ---0 --
50:sqlalchemy.orm.scoped_session.query_property().all6:method0 ---0 --
52:sqlalchemy.orm.scoped_session.query_property().first6:method0 ---0 --
50:sqlalchemy.orm.scoped_session.query_property().get6:method0 ---0 --
50:sqlalchemy.orm.scoped_session.query_property().one6:method0 ---0 --
58:sqlalchemy.orm.scoped_session.query_property().one_or_none6:method0 ---0 --
52:sqlalchemy.orm.scoped_session.query_property().count6:method0 ---0 --
53:sqlalchemy.orm.scoped_session.query_property().scalar6:method0 ---0 --
53:sqlalchemy.orm.scoped_session.query_property().filter6:method0 ---0 --
56:sqlalchemy.orm.scoped_session.query_property().filter_by6:method0 ---0 --
55:sqlalchemy.orm.scoped_session.query_property().order_by6:method0 ---0 --
52:sqlalchemy.orm.scoped_session.query_property().limit6:method0 ---0 --
51:sqlalchemy.orm.scoped_session.query_property().join6:method0 ---0 --
55:sqlalchemy.orm.scoped_session.query_property().paginate6:method0 ---0 --
53:sqlalchemy.orm.scoped_session.query_property().update6:method0 ---0 --
53:sqlalchemy.orm.scoped_session.query_property().delete6:method0 ---0 --
27:sqlalchemy.orm.Session.exec6:method0 +9:poolclass1 --0 --
18:sqlalchemy.inspect8:function1 7:subject+9:poolclass1 -+7:subject0 --
43:sqlalchemy.orm.Session.bulk_update_mappings6:method0 +9:poolclass1 --0 --
50:sqlalchemy.orm.scoped_session.bulk_update_mappings6:method0 +9:poolclass1 --0 --
35:sqlalchemy.orm.sessionmaker().begin6:method0 +9:poolclass1 --0 --
23:sqlalchemy.*.create_all6:method1 4:bind+9:poolclass1 -+4:bind0 --
37:sqlmodel.SQLModel.metadata.create_all6:method1 4:bind+9:poolclass1 -+4:bind0 --
21:sqlalchemy.*.drop_all6:method1 4:bind+9:poolclass1 -+4:bind0 --
27:sqlalchemy.MetaData.reflect6:method1 4:bind+9:poolclass1 -+4:bind0 --
37:sqlalchemy.Connection.exec_driver_sql6:method0 ---0 --
28:sqlalchemy.Connection.stream6:method0 ---0 --
36:sqlalchemy.Connection.stream_scalars6:method0 ---0 --
29:sqlalchemy.orm.Session.stream6:method0 +9:poolclass1 --0 --
37:sqlalchemy.orm.Session.stream_scalars6:method0 +9:poolclass1 --0 --
45:sqlalchemy.ext.automap.automap_base().prepare6:method1 13:autoload_with+9:poolclass1 -+13:autoload_with0 --0 10 25:sqlalchemy.Engine.dispose22:sqlalchemy.Engine.pool27:sqlalchemy.Connection.close30:sqlalchemy.Connection.__exit__31:sqlalchemy.Connection.__aexit__28:sqlalchemy.orm.Session.close31:sqlalchemy.orm.Session.__exit__32:sqlalchemy.orm.Session.__aexit__36:sqlalchemy.orm.scoped_session.remove35:sqlalchemy.orm.scoped_session.close24 34:flask_sqlalchemy.SQLAlchemy.engine17:sqlalchemy.Engine20:sqlalchemy.QueuePool25:sqlalchemy.pool.QueuePool21:sqlalchemy.StaticPool26:sqlalchemy.pool.StaticPool28:sqlalchemy.engine.Connection21:sqlalchemy.Connection24:sqlalchemy.engine.Engine17:sqlalchemy.Engine33:sqlalchemy.engine.base.Connection21:sqlalchemy.Connection29:sqlalchemy.engine.base.Engine17:sqlalchemy.Engine31:sqlalchemy.engine.create_engine24:sqlalchemy.create_engine38:sqlalchemy.ext.asyncio.AsyncConnection21:sqlalchemy.Connection34:sqlalchemy.ext.asyncio.AsyncEngine17:sqlalchemy.Engine35:sqlalchemy.ext.asyncio.AsyncSession22:sqlalchemy.orm.Session47:sqlalchemy.ext.asyncio.async_engine_from_config29:sqlalchemy.engine_from_config43:sqlalchemy.ext.asyncio.async_scoped_session29:sqlalchemy.orm.scoped_session41:sqlalchemy.ext.asyncio.async_sessionmaker27:sqlalchemy.orm.sessionmaker42:sqlalchemy.ext.asyncio.create_async_engine24:sqlalchemy.create_engine49:sqlalchemy.ext.asyncio.engine.create_async_engine24:sqlalchemy.create_engine37:sqlalchemy.orm.scoping.scoped_session29:sqlalchemy.orm.scoped_session30:sqlalchemy.orm.session.Session22:sqlalchemy.orm.Session35:sqlalchemy.orm.session.sessionmaker27:sqlalchemy.orm.sessionmaker30:sqlalchemy.pool.impl.QueuePool25:sqlalchemy.pool.QueuePool31:sqlalchemy.pool.impl.StaticPool26:sqlalchemy.pool.StaticPool16:sqlmodel.Session22:sqlalchemy.orm.Session22:sqlmodel.create_engine24:sqlalchemy.create_engine41:sqlmodel.ext.asyncio.session.AsyncSession22:sqlalchemy.orm.Session18 27:flask_sqlalchemy.SQLAlchemy27:flask_sqlalchemy.SQLAlchemy31:numpy.array_split().__getitem__16:pandas.DataFrame28:numpy.array_split().__next__16:pandas.DataFrame22:numpy.split().__next__16:pandas.DataFrame17:pandas.*.__next__16:pandas.DataFrame25:pandas.*.iloc.__getitem__16:pandas.DataFrame24:pandas.*.loc.__getitem__16:pandas.DataFrame23:sqlalchemy.Engine.begin21:sqlalchemy.Connection25:sqlalchemy.Engine.connect21:sqlalchemy.Connection35:sqlalchemy.Engine.execution_options17:sqlalchemy.Engine19:sqlalchemy.MetaData19:sqlalchemy.MetaData24:sqlalchemy.create_engine17:sqlalchemy.Engine29:sqlalchemy.engine_from_config17:sqlalchemy.Engine22:sqlalchemy.orm.Session22:sqlalchemy.orm.Session29:sqlalchemy.orm.scoped_session29:sqlalchemy.orm.scoped_session44:sqlalchemy.orm.scoped_session.query_property46:sqlalchemy.orm.scoped_session.query_property()29:sqlalchemy.orm.sessionmaker()22:sqlalchemy.orm.Session35:sqlalchemy.orm.sessionmaker().begin22:sqlalchemy.orm.Session1 
0:4:hang104:shares one socket with its parent: each reads answers meant for the other, or waits for ever for its own-0 -0 0 105:keeps the sockets of its connections in the engine's pool, and a fork hands the same sockets to the child133:Call `engine.dispose(close=False)` first thing in the child, or `engine.dispose()` before the fork, or build the engine in the child.-39:The child's first query connects again.1 75:https://docs.sqlalchemy.org/en/20/core/pooling.html#pooling-multiprocessing6 
3:bad112:The parent's query leaves an open socket in the pool, and the four workers take that socket out of their copies.481:from multiprocessing import Pool

from sqlalchemy import create_engine, text

engine = create_engine("postgresql://localhost/shop")


def total(customer):
    query = text("SELECT sum(price) FROM orders WHERE customer = :customer")
    with engine.connect() as connection:
        return connection.execute(query, {"customer": customer}).scalar()


if __name__ == "__main__":
    print(total(1))
    with Pool(4) as pool:  # error: FG104
        print(pool.map(total, range(100)))
0 +4:3.12
4:good85:`dispose` before the fork closes the pool's sockets; each process then opens its own.486:from multiprocessing import Pool

from sqlalchemy import create_engine, text

engine = create_engine("postgresql://localhost/shop")


def total(customer):
    query = text("SELECT sum(price) FROM orders WHERE customer = :customer")
    with engine.connect() as connection:
        return connection.execute(query, {"customer": customer}).scalar()


if __name__ == "__main__":
    print(total(1))
    engine.dispose()
    with Pool(4) as pool:
        print(pool.map(total, range(100)))
0 +4:3.12
9:near-miss76:`create_engine` opens nothing: the engine's first connection is the child's.372:from multiprocessing import Process

from sqlalchemy import create_engine, text

engine = create_engine("postgresql://localhost/shop")


def count():
    with engine.connect() as connection:
        print(connection.execute(text("SELECT count(*) FROM orders")).scalar())


if __name__ == "__main__":
    worker = Process(target=count)
    worker.start()
    worker.join()
0 +4:3.12
3:bad116:`remove` gives the session's connection back to the engine's pool, and every forked worker takes it out of its copy.623:from multiprocessing import Pool

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
db = SQLAlchemy(app)


def total(customer):
    with app.app_context():
        return db.session.execute(text("SELECT sum(total) FROM orders WHERE customer = :c"), {"c": customer}).scalar()


def main():
    with app.app_context():
        customers = db.session.execute(text("SELECT id FROM customers")).scalars().all()
        db.session.remove()
    with Pool(4) as pool:  # error: FG104
        print(pool.map(total, customers))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss73:`dispose` closes what the pool keeps, so each worker connects for itself.635:from multiprocessing import Pool

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
db = SQLAlchemy(app)


def total(customer):
    with app.app_context():
        return db.session.execute(text("SELECT sum(total) FROM orders WHERE customer = :c"), {"c": customer}).scalar()


def main():
    with app.app_context():
        customers = db.session.execute(text("SELECT id FROM customers")).scalars().all()
        db.session.remove()
        db.engine.dispose()
    with Pool(4) as pool:
        print(pool.map(total, customers))


if __name__ == "__main__":
    main()
0 +4:3.12
4:good80:A listener of the pool compares process numbers, and makes a child connect anew.741:import os
from multiprocessing import Process

from sqlalchemy import create_engine, event, exc, text

engine = create_engine("postgresql://localhost/names")


@event.listens_for(engine, "connect")
def connect(connection, record):
    record.info["pid"] = os.getpid()


@event.listens_for(engine, "checkout")
def checkout(connection, record, proxy):
    if record.info["pid"] != os.getpid():
        record.dbapi_connection = proxy.dbapi_connection = None
        raise exc.DisconnectionError("the connection belongs to another process")


def names():
    with engine.connect() as connection:
        print(connection.execute(text("select name from names")).all())


if __name__ == "__main__":
    names()
    Process(target=names).start()
0 +4:3.12-0 0 0 3 22:sqlalchemy.orm.Session4:bind29:sqlalchemy.orm.scoped_session15:session_factory27:sqlalchemy.orm.sessionmaker4:bind2 39:sqlalchemy.orm.scoped_session.configure4:bind39:sqlalchemy.orm.sessionmaker().configure4:bind0 2 28:sqlalchemy.event.listens_for23:sqlalchemy.event.listen0 0 0 -0 0 0 3 
3:url3 2 9:sqlite://
3:url3 2 18:sqlite:///:memory:
3:url3 2 27:sqlite+pysqlite:///:memory:1 
3:url6 10:sqlite:///10:sqlalchemy2:<24 35:poolclass=sqlalchemy.pool.QueuePool36:poolclass=sqlalchemy.pool.StaticPool45:poolclass=sqlalchemy.pool.SingletonThreadPool47:poolclass=sqlalchemy.pool.AsyncAdaptedQueuePool-0 -+-0 
8:sqlite-c34:a connection of SQLite's C library5:FG1045:swift1 7:SQLite31 6:sqlite6:handle-++-3 
20:SQLite3.sqlite3_open8:function2 8:filename2:db---3 
8:filename5 2 8::memory:
8:filename5 2 0:
8:filename6 13:file::memory:--
22:SQLite3.sqlite3_open168:function0 ---0 --
23:SQLite3.sqlite3_open_v28:function2 8:filename2:db---3 
8:filename5 2 8::memory:
8:filename5 2 0:
8:filename6 13:file::memory:--11 
20:SQLite3.sqlite3_exec8:function1 2:db--+2:db0 --
25:SQLite3.sqlite3_get_table8:function1 2:db--+2:db0 --
23:SQLite3.sqlite3_prepare8:function1 2:db--+2:db0 --
26:SQLite3.sqlite3_prepare_v28:function1 2:db--+2:db0 --
26:SQLite3.sqlite3_prepare_v38:function1 2:db--+2:db0 --
25:SQLite3.sqlite3_blob_open8:function1 2:db--+2:db0 --
30:SQLite3.sqlite3_wal_checkpoint8:function1 2:db--+2:db0 --
33:SQLite3.sqlite3_wal_checkpoint_v28:function1 2:db--+2:db0 --
20:SQLite3.sqlite3_step8:function1 4:stmt--+4:stmt0 --
26:SQLite3.sqlite3_blob_write8:function1 4:blob--+4:blob0 --
27:SQLite3.sqlite3_backup_init8:function3 11:destination4:name6:source--+6:source0 --0 2 21:SQLite3.sqlite3_close24:SQLite3.sqlite3_close_v20 8 25:SQLite3.sqlite3_blob_open20:SQLite3.sqlite3_blob25:SQLite3.sqlite3_db_handle15:SQLite3.sqlite320:SQLite3.sqlite3_open15:SQLite3.sqlite322:SQLite3.sqlite3_open1615:SQLite3.sqlite323:SQLite3.sqlite3_open_v215:SQLite3.sqlite323:SQLite3.sqlite3_prepare20:SQLite3.sqlite3_stmt26:SQLite3.sqlite3_prepare_v220:SQLite3.sqlite3_stmt26:SQLite3.sqlite3_prepare_v320:SQLite3.sqlite3_stmt1 
0:10:corruption101:shares locks and transactions with the parent without knowing it, which can destroy the database file-0 -0 0 116:keeps the open file, its locks and the state of its transactions, and SQLite forbids to carry it into a forked child81:Open the database in the child, or close the parent's connection before the fork.-49:Each process opens the file and reads its schema.2 36:https://sqlite.org/howtocorrupt.html34:https://sqlite.org/c3ref/open.html5 
3:bad63:The child writes through the connection that its parent opened.321:import Foundation
import SQLite3

var db: OpaquePointer?
sqlite3_open("/tmp/players.sqlite", &db)

func add(_ name: String) {
    sqlite3_exec(db, "INSERT INTO player VALUES ('\(name)')", nil, nil, nil)
}

add("parent")
let pid = fork()  // error: FG104
if pid == 0 {
    add("child")
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
4:good43:Each process opens the database for itself.333:import Foundation
import SQLite3

func add(_ name: String) {
    var db: OpaquePointer?
    sqlite3_open("/tmp/players.sqlite", &db)
    sqlite3_exec(db, "INSERT INTO player VALUES ('\(name)')", nil, nil, nil)
    sqlite3_close(db)
}

add("parent")
let pid = fork()
if pid == 0 {
    add("child")
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
9:near-miss49:The parent closes its connection before it forks.340:import Foundation
import SQLite3

var db: OpaquePointer?
sqlite3_open("/tmp/players.sqlite", &db)
sqlite3_exec(db, "DELETE FROM player", nil, nil, nil)
sqlite3_close(db)
let pid = fork()
if pid == 0 {
    sqlite3_open("/tmp/players.sqlite", &db)
    sqlite3_exec(db, "DELETE FROM player", nil, nil, nil)
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
9:near-miss78:A database in memory is copied as all memory is, and each process has its own.315:import Foundation
import SQLite3

var db: OpaquePointer?
guard sqlite3_open(":memory:", &db) == SQLITE_OK else { exit(1) }
sqlite3_exec(db, "CREATE TABLE player (name TEXT)", nil, nil, nil)
let pid = fork()
if pid == 0 {
    sqlite3_exec(db, "DELETE FROM player", nil, nil, nil)
    _exit(0)
}
waitpid(pid, nil, 0)
0 -
3:bad105:A statement belongs to its connection, whichever module of the package's own declares SQLite's functions.988:import CSQLite
import Glibc

enum Failure: Error { case cannotOpen, cannotPrepare }

final class Store {
    private var handle: OpaquePointer?

    init(path: String) throws {
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else { throw Failure.cannotOpen }
    }

    deinit { sqlite3_close_v2(handle) }

    func insert(_ name: String) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, "INSERT INTO player VALUES (?)", -1, &statement, nil) == SQLITE_OK else {
            throw Failure.cannotPrepare
        }
        defer { sqlite3_finalize(statement) }
        sqlite3_bind_text(statement, 1, name, -1, nil)
        sqlite3_step(statement)
    }
}

func run() throws {
    let store = try Store(path: "/tmp/players.sqlite")
    try store.insert("parent")
    let pid = fork()  // error: FG104
    if pid == 0 {
        try store.insert("child")
        _exit(0)
    }
    waitpid(pid, nil, 0)
}

try run()
0 --0 0 0 5 25:SQLite3.sqlite3_blob_open2:db25:SQLite3.sqlite3_db_handle4:stmt23:SQLite3.sqlite3_prepare2:db26:SQLite3.sqlite3_prepare_v22:db26:SQLite3.sqlite3_prepare_v32:db0 0 0 0 0 0 -0 0 0 0 0 0 -7 20:SQLite3.sqlite3_open23:SQLite3.sqlite3_open_v222:SQLite3.sqlite3_open1623:SQLite3.sqlite3_prepare26:SQLite3.sqlite3_prepare_v226:SQLite3.sqlite3_prepare_v325:SQLite3.sqlite3_blob_open+--0 
7:sqlite37:sqlite35:FG1046:python1 7:sqlite31 7:sqlite36:handle-++-2 
15:sqlite3.connect8:function1 8:database+8:database4 2 8::memory:--1 
8:database6 13:file::memory:--
18:sqlite3.Connection11:constructor0 ---0 --20 
26:sqlite3.Connection.execute6:method0 ---0 --
30:sqlite3.Connection.executemany6:method0 ---0 --
32:sqlite3.Connection.executescript6:method0 ---0 --
25:sqlite3.Connection.cursor6:method0 ---0 --
25:sqlite3.Connection.commit6:method0 ---0 --
27:sqlite3.Connection.rollback6:method0 ---0 --
25:sqlite3.Connection.backup6:method0 ---0 --
27:sqlite3.Connection.iterdump6:method0 ---0 --
27:sqlite3.Connection.blobopen6:method0 ---0 --
22:sqlite3.Cursor.execute6:method0 ---0 --
26:sqlite3.Cursor.executemany6:method0 ---0 --
28:sqlite3.Cursor.executescript6:method0 ---0 --
23:sqlite3.Cursor.fetchone6:method0 ---0 --
24:sqlite3.Cursor.fetchmany6:method0 ---0 --
23:sqlite3.Cursor.fetchall6:method0 ---0 --
15:pandas.read_sql8:function2 3:sql3:con--+3:con0 --
21:pandas.read_sql_query8:function2 3:sql3:con--+3:con0 --
15:pandas.*.to_sql6:method2 4:name3:con--+3:con0 --
23:sqlite3.Cursor.__iter__6:method0 ---0 --
23:sqlite3.Cursor.__next__6:method0 ---0 --0 1 24:sqlite3.Connection.close2 25:sqlite3.dbapi2.Connection18:sqlite3.Connection22:sqlite3.dbapi2.connect15:sqlite3.connect7 25:sqlite3.Connection.cursor14:sqlite3.Cursor26:sqlite3.Connection.execute14:sqlite3.Cursor30:sqlite3.Connection.executemany14:sqlite3.Cursor32:sqlite3.Connection.executescript14:sqlite3.Cursor22:sqlite3.Cursor.execute14:sqlite3.Cursor26:sqlite3.Cursor.executemany14:sqlite3.Cursor15:sqlite3.connect18:sqlite3.Connection1 
0:10:corruption101:shares locks and transactions with the parent without knowing it, which can destroy the database file-0 -0 0 135:keeps the open file, its locks and the state of its transactions in the connection, and SQLite forbids to carry one into a forked child146:Open the connection in the child (`sqlite3.connect` in the worker's function or in the pool's initializer), or close the parent's before the fork.-72:Each process opens the file itself, which takes less than a millisecond.3 36:https://sqlite.org/howtocorrupt.html44:https://github.com/tox-dev/filelock/pull/65754:https://github.com/sparklemotion/sqlite3-ruby/pull/5583 
3:bad86:The parent opens the database and the forked child writes through the same connection.404:import sqlite3
from multiprocessing import Process

connection = sqlite3.connect("/data/jobs.db")


def record(job):
    connection.execute("INSERT INTO done VALUES (?)", (job,))
    connection.commit()


if __name__ == "__main__":
    connection.execute("CREATE TABLE IF NOT EXISTS done (job INTEGER)")
    worker = Process(target=record, args=(7,))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good40:The child opens a connection of its own.438:import sqlite3
from multiprocessing import Process

connection = sqlite3.connect("/data/jobs.db")


def record(job):
    connection = sqlite3.connect("/data/jobs.db")
    connection.execute("INSERT INTO done VALUES (?)", (job,))
    connection.commit()


if __name__ == "__main__":
    connection.execute("CREATE TABLE IF NOT EXISTS done (job INTEGER)")
    worker = Process(target=record, args=(7,))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss103:The parent's connection is closed before the fork, and the pool's initializer opens one in each worker.544:import sqlite3
from multiprocessing import Pool

connection = None


def open_database():
    global connection
    connection = sqlite3.connect("/data/jobs.db")


def lookup(job):
    return connection.execute("SELECT name FROM jobs WHERE id = ?", (job,)).fetchone()


def main():
    first = sqlite3.connect("/data/jobs.db")
    jobs = [row[0] for row in first.execute("SELECT id FROM jobs")]
    first.close()
    with Pool(4, initializer=open_database) as pool:
        print(pool.map(lookup, jobs))


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
17:swift-concurrency27:Swift's concurrency runtime5:FG1055:swift1 5:Swift1 5:swift7:process-++-8 
10:Swift.Task11:constructor0 ---0 --
19:Swift.Task.detached8:function0 ---0 --
20:Swift.Task.immediate8:function0 ---0 --
19:Swift.withTaskGroup8:function0 ---0 --
27:Swift.withThrowingTaskGroup8:function0 ---0 --
29:Swift.withDiscardingTaskGroup8:function0 ---0 --
37:Swift.withThrowingDiscardingTaskGroup8:function0 ---0 --
19:Swift._runAsyncMain8:function0 ---0 --10 
10:Swift.Task11:constructor0 ---0 --
19:Swift.Task.detached8:function0 ---0 --
20:Swift.Task.immediate8:function0 ---0 --
19:Swift.withTaskGroup8:function0 ---0 --
27:Swift.withThrowingTaskGroup8:function0 ---0 --
29:Swift.withDiscardingTaskGroup8:function0 ---0 --
37:Swift.withThrowingDiscardingTaskGroup8:function0 ---0 --
16:Swift.Task.sleep8:function0 ---0 --
22:Foundation.Process.run6:method0 ---0 --
32:Foundation.URLSessionTask.resume6:method0 ---0 --0 0 0 0 1 
0:4:hang49:waits for ever for a task that no thread will run-0 -0 0 103:runs tasks and actors on a pool of threads of the process, and a fork leaves those behind in the parent131:Fork before the first task, from a `main` that is not `async`, or start another program with `posix_spawn` or `Foundation.Process`.-78:A program that is started reads what it needs from its arguments or its input.1 97:https://github.com/swiftlang/swift/blob/main/stdlib/public/Concurrency/DispatchGlobalExecutor.cpp6 
3:bad66:The parent's task started the pool; the child's task is never run.282:import Dispatch
import Glibc

func announce(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    Task {
        print(name)
        done.signal()
    }
    done.wait()
}

announce("parent")
if fork() == 0 {  // error: FG105
    announce("child")
    exit(0)
}
wait(nil)
0 -
4:good40:The process forks before its first task.265:import Dispatch
import Glibc

func announce(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    Task {
        print(name)
        done.signal()
    }
    done.wait()
}

if fork() == 0 {
    announce("child")
    exit(0)
}
announce("parent")
wait(nil)
0 -
9:near-miss55:A child that makes no task needs no thread of the pool.262:import Dispatch
import Glibc

func announce(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    Task {
        print(name)
        done.signal()
    }
    done.wait()
}

announce("parent")
if fork() == 0 {
    print("child")
    exit(0)
}
wait(nil)
0 -
3:bad100:An asynchronous main program has started the pool before its first line; the child waits for a task.189:import Glibc

func answer() async -> Int {
    await Task.detached { 42 }.value
}

print(await answer())
if fork() == 0 {  // error: FG105
    print(await answer())
    exit(0)
}
wait(nil)
0 -
3:bad42:The tasks of a group run on the same pool.451:import Dispatch
import Glibc

func total(_ numbers: [Int]) {
    let done = DispatchSemaphore(value: 0)
    Task {
        let sum = await withTaskGroup(of: Int.self) { group in
            for number in numbers { group.addTask { number } }
            return await group.reduce(0, +)
        }
        print(sum)
        done.signal()
    }
    done.wait()
}

total([1, 2])
if fork() == 0 {  // error: FG105
    total([3, 4])
    exit(0)
}
wait(nil)
0 -
9:near-miss42:A thread of the child's own needs no pool.363:import Foundation

func announce(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    Task {
        print(name)
        done.signal()
    }
    done.wait()
}

announce("parent")
if fork() == 0 {
    let done = DispatchSemaphore(value: 0)
    Thread {
        print("child")
        done.signal()
    }.start()
    done.wait()
    exit(0)
}
wait(nil)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
9:swift-nio8:SwiftNIO5:FG1055:swift3 8:NIOPosix3:NIO7:NIOCore1 9:swift-nio6:handle-++-2 
36:NIOPosix.MultiThreadedEventLoopGroup11:constructor0 ---0 --
28:NIOPosix.NIOThreadPool.start6:method0 ---0 --10 
26:NIOPosix.EventLoop.execute6:method0 ---0 --
25:NIOPosix.EventLoop.submit6:method0 ---0 --
29:NIOPosix.EventLoop.flatSubmit6:method0 ---0 --
31:NIOPosix.EventLoop.scheduleTask6:method0 ---0 --
37:NIOPosix.EventLoop.makeFutureWithTask6:method0 ---0 --
29:NIOPosix.NIOThreadPool.submit6:method0 ---0 --
34:NIOPosix.NIOThreadPool.runIfActive6:method0 ---0 --
24:NIOPosix.ServerBootstrap11:constructor1 5:group--+5:group0 --
24:NIOPosix.ClientBootstrap11:constructor1 5:group--+5:group0 --
26:NIOPosix.DatagramBootstrap11:constructor1 5:group--+5:group0 --0 4 59:NIOPosix.MultiThreadedEventLoopGroup.syncShutdownGracefully55:NIOPosix.MultiThreadedEventLoopGroup.shutdownGracefully45:NIOPosix.NIOThreadPool.syncShutdownGracefully41:NIOPosix.NIOThreadPool.shutdownGracefully5 19:NIO.ClientBootstrap24:NIOPosix.ClientBootstrap21:NIO.DatagramBootstrap26:NIOPosix.DatagramBootstrap31:NIO.MultiThreadedEventLoopGroup36:NIOPosix.MultiThreadedEventLoopGroup17:NIO.NIOThreadPool22:NIOPosix.NIOThreadPool19:NIO.ServerBootstrap24:NIOPosix.ServerBootstrap3 40:NIOPosix.MultiThreadedEventLoopGroup.any18:NIOPosix.EventLoop41:NIOPosix.MultiThreadedEventLoopGroup.next18:NIOPosix.EventLoop22:NIOPosix.NIOThreadPool22:NIOPosix.NIOThreadPool1 
0:4:hang45:waits for ever for a loop that no thread runs-0 -0 0 61:runs its event loops on threads that exist in the parent only157:Make the event loop group in the child. One that the parent has used and shut down leaves Dispatch's threads behind, which a shutdown in the child waits for.-36:The child starts threads of its own.1 95:https://github.com/apple/swift-nio/blob/main/Sources/NIOPosix/MultiThreadedEventLoopGroup.swift4 
3:bad82:The group's loops run in the parent's threads; the child's task is never taken up.283:import Glibc
import NIOCore
import NIOPosix

let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

func answer() throws -> Int {
    try group.next().submit { 42 }.wait()
}

print(try answer())
if fork() == 0 {  // error: FG105
    print(try answer())
    exit(0)
}
wait(nil)
0 -
4:good44:Each process makes its group after the fork.276:import Glibc
import NIOCore
import NIOPosix

func answer() throws -> Int {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    return try group.next().submit { 42 }.wait()
}

if fork() == 0 {
    print(try answer())
    exit(0)
}
print(try answer())
wait(nil)
0 -
9:near-miss65:The child makes a group of its own and leaves its parent's alone.300:import Glibc
import NIOCore
import NIOPosix

var group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
print(try group.next().submit { 42 }.wait())
if fork() == 0 {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    print(try group.next().submit { 42 }.wait())
    exit(0)
}
wait(nil)
0 -
3:bad59:The threads of a thread pool exist in the parent only, too.353:import Glibc
import NIOCore
import NIOPosix

let pool = NIOThreadPool(numberOfThreads: 1)
pool.start()

func answer() throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    print(try pool.runIfActive(eventLoop: group.next()) { 42 }.wait())
}

try answer()
if fork() == 0 {  // error: FG105
    try answer()
    exit(0)
}
wait(nil)
0 --0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:tantivy7:tantivy5:FG1046:python1 7:tantivy1 7:tantivy6:handle-++-1 
20:tantivy.Index.writer6:method0 ---0 --3 
26:tantivy.IndexWriter.commit6:method0 ---0 --
28:tantivy.IndexWriter.rollback6:method0 ---0 --
40:tantivy.IndexWriter.wait_merging_threads6:method0 ---0 --0 0 2 21:tantivy.tantivy.Index13:tantivy.Index27:tantivy.tantivy.IndexWriter19:tantivy.IndexWriter3 13:tantivy.Index13:tantivy.Index18:tantivy.Index.open13:tantivy.Index20:tantivy.Index.writer19:tantivy.IndexWriter1 
0:5:error78:dies of `pyo3_runtime.PanicException`, which `except Exception` does not catch-0 +5:panic3 15:thrd-tantivy-in15:segment_updater14:merge_thread_02 41:threads should not terminate unexpectedly53:failed to join thread: Invalid argument (os error 22)88:indexes and merges on threads of the writer, and those threads stay behind in the parent106:Make the index writer in the child, or let one process alone write: hand it the documents through a queue.+139:a spawned child imports the module again and asks for the index's lock, which the parent's writer holds: make the writer in the child alone77:An index takes one writer at a time: the parent must let go of its own first.2 77:https://github.com/quickwit-oss/tantivy/blob/main/src/indexer/index_writer.rs67:https://github.com/quickwit-oss/tantivy-py/blob/master/src/index.rs3 
3:bad92:The writer's threads are the parent's; the child's commit waits for their answer and panics.437:from multiprocessing import Process

import tantivy

schema = tantivy.SchemaBuilder().add_text_field("title", stored=True).build()
index = tantivy.Index(schema, path="/data/index")
writer = index.writer()


def add(title):
    writer.add_document(tantivy.Document(title=[title]))
    writer.commit()


if __name__ == "__main__":
    worker = Process(target=add, args=("The second",))
    worker.start()  # error: FG104
    worker.join()
0 +4:3.12
4:good52:The child makes the writer, and with it the threads.425:from multiprocessing import Process

import tantivy

schema = tantivy.SchemaBuilder().add_text_field("title", stored=True).build()
index = tantivy.Index(schema, path="/data/index")


def add(title):
    writer = index.writer()
    writer.add_document(tantivy.Document(title=[title]))
    writer.commit()


if __name__ == "__main__":
    worker = Process(target=add, args=("The second",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss54:The parent reads the index: a searcher has no threads.462:from multiprocessing import Process

import tantivy

schema = tantivy.SchemaBuilder().add_text_field("title", stored=True).build()
index = tantivy.Index(schema, path="/data/index")


def add(title):
    writer = index.writer()
    writer.add_document(tantivy.Document(title=[title]))
    writer.commit()


if __name__ == "__main__":
    print(index.searcher().num_docs)
    worker = Process(target=add, args=("The second",))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:tarfile19:an open tar archive5:FG1046:python1 7:tarfile1 6:python6:handle-++-2 
12:tarfile.open8:function3 4:name4:mode7:fileobj---1 
7:fileobj7 10:io.BytesIO--
15:tarfile.TarFile11:constructor3 4:name4:mode7:fileobj---1 
7:fileobj7 10:io.BytesIO--9 
23:tarfile.TarFile.extract6:method0 ---0 --
26:tarfile.TarFile.extractall6:method0 ---0 --
27:tarfile.TarFile.extractfile6:method0 ---0 --
25:tarfile.TarFile.getmember6:method0 ---0 --
26:tarfile.TarFile.getmembers6:method0 ---0 --
24:tarfile.TarFile.getnames6:method0 ---0 --
20:tarfile.TarFile.next6:method0 ---0 --
19:tarfile.TarFile.add6:method0 ---0 --
23:tarfile.TarFile.addfile6:method0 ---0 --0 2 21:tarfile.TarFile.close24:tarfile.TarFile.__exit__0 2 20:tarfile.TarFile.open15:tarfile.TarFile12:tarfile.open15:tarfile.TarFile1 
0:9:uncertain105:is given the bytes of another member, or fails with `tarfile.ReadError`, where two processes read at once-0 -0 0 90:seeks in one open file before it reads, and parent and children share that file's position107:Open the archive in the child, in the worker's function, its initializer or at the first item of a dataset.-50:Each process reads the archive's list of contents.2 46:https://github.com/python/cpython/issues/8653545:https://github.com/mehta-lab/VisCy/issues/4173 
3:bad83:The archive is open when the pool forks, and all workers seek in the one open file.296:import tarfile
from multiprocessing import Pool

archive = tarfile.open("/data/images.tar")
names = archive.getnames()


def size(name):
    return len(archive.extractfile(name).read())


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(size, names))
0 +4:3.12
4:good42:Every worker opens the archive for itself.392:import tarfile
from multiprocessing import Pool

archive = tarfile.open("/data/images.tar")
names = archive.getnames()


def open_archive():
    global archive
    archive = tarfile.open("/data/images.tar")


def size(name):
    return len(archive.extractfile(name).read())


if __name__ == "__main__":
    with Pool(4, initializer=open_archive) as pool:
        print(pool.map(size, names))
0 +4:3.12
9:near-miss65:The parent lists the archive and closes it before the pool forks.347:import tarfile
from multiprocessing import Pool

with tarfile.open("/data/images.tar") as archive:
    names = archive.getnames()


def size(name):
    with tarfile.open("/data/images.tar") as archive:
        return len(archive.extractfile(name).read())


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(size, names))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
10:tensorflow10:TensorFlow5:FG1026:python3 10:tensorflow5:keras8:tf_keras2 10:tensorflow14:tensorflow-cpu7:process-++-112 
15:tensorflow.cast8:function0 ---0 --
16:tensorflow.stack8:function0 ---0 --
17:tensorflow.concat8:function0 ---0 --
18:tensorflow.squeeze8:function0 ---0 --
18:tensorflow.reshape8:function0 ---0 --
22:tensorflow.expand_dims8:function0 ---0 --
17:tensorflow.argmax8:function0 ---0 --
18:tensorflow.one_hot8:function0 ---0 --
14:tensorflow.pad8:function0 ---0 --
15:tensorflow.tile8:function0 ---0 --
17:tensorflow.gather8:function0 ---0 --
23:tensorflow.io.read_file8:function0 ---0 --
25:tensorflow.io.decode_jpeg8:function0 ---0 --
24:tensorflow.io.decode_png8:function0 ---0 --
26:tensorflow.io.decode_image8:function0 ---0 --
24:tensorflow.io.decode_raw8:function0 ---0 --
26:tensorflow.io.parse_tensor8:function0 ---0 --
30:tensorflow.io.serialize_tensor8:function0 ---0 --
34:tensorflow.io.parse_single_example8:function0 ---0 --
27:tensorflow.io.parse_example8:function0 ---0 --
23:tensorflow.image.resize8:function0 ---0 --
28:tensorflow.image.decode_jpeg8:function0 ---0 --
27:tensorflow.image.decode_png8:function0 ---0 --
29:tensorflow.image.decode_image8:function0 ---0 --
42:tensorflow.image.per_image_standardization8:function0 ---0 --
36:tensorflow.image.convert_image_dtype8:function0 ---0 --
21:tensorflow.nn.softmax8:function0 ---0 --
18:tensorflow.nn.relu8:function0 ---0 --
21:tensorflow.nn.sigmoid8:function0 ---0 --
19:tensorflow.math.add8:function0 ---0 --
24:tensorflow.math.multiply8:function0 ---0 --
26:tensorflow.math.reduce_sum8:function0 ---0 --
27:tensorflow.math.reduce_mean8:function0 ---0 --
19:tensorflow.math.log8:function0 ---0 --
28:tensorflow.math.l2_normalize8:function0 ---0 --
22:tensorflow.signal.stft8:function0 ---0 --
24:tensorflow.linalg.matmul8:function0 ---0 --
20:tensorflow.tensordot8:function0 ---0 --
17:tensorflow.einsum8:function0 ---0 --
16:tensorflow.where8:function0 ---0 --
16:tensorflow.split8:function0 ---0 --
20:tensorflow.transpose8:function0 ---0 --
19:tensorflow.math.exp8:function0 ---0 --
20:tensorflow.math.sqrt8:function0 ---0 --
22:tensorflow.math.square8:function0 ---0 --
22:tensorflow.math.divide8:function0 ---0 --
24:tensorflow.math.subtract8:function0 ---0 --
26:tensorflow.math.reduce_min8:function0 ---0 --
26:tensorflow.math.reduce_max8:function0 ---0 --
19:tensorflow.constant8:function0 ---0 --
28:tensorflow.convert_to_tensor8:function0 ---0 --
15:tensorflow.ones8:function0 ---0 --
16:tensorflow.zeros8:function0 ---0 --
15:tensorflow.fill8:function0 ---0 --
16:tensorflow.range8:function0 ---0 --
24:tensorflow.random.normal8:function0 ---0 --
25:tensorflow.random.uniform8:function0 ---0 --
34:tensorflow.keras.models.load_model8:function0 ---0 --
19:tensorflow.Variable11:constructor0 ---0 --
16:tensorflow.*.fit6:method0 ---0 --
20:tensorflow.*.predict6:method0 ---0 --
21:tensorflow.*.evaluate6:method0 ---0 --
27:tensorflow.*.train_on_batch6:method0 ---0 --
26:tensorflow.*.test_on_batch6:method0 ---0 --
29:tensorflow.*.predict_on_batch6:method0 ---0 --
27:tensorflow.saved_model.load8:function0 ---0 --
29:tensorflow.saved_model.load()8:function0 ---0 --
36:tensorflow.keras.models.load_model()8:function0 ---0 --
29:tensorflow.keras.Sequential()8:function0 ---0 --
36:tensorflow.keras.models.Sequential()8:function0 ---0 --
24:tensorflow.keras.Model()8:function0 ---0 --
31:tensorflow.keras.models.Model()8:function0 ---0 --
22:tensorflow.Session.run6:method0 ---0 --
23:keras.models.load_model8:function0 ---0 --
23:keras.saving.load_model8:function0 ---0 --
25:keras.models.load_model()8:function0 ---0 --
25:keras.saving.load_model()8:function0 ---0 --
18:keras.Sequential()8:function0 ---0 --
25:keras.models.Sequential()8:function0 ---0 --
13:keras.Model()8:function0 ---0 --
20:keras.models.Model()8:function0 ---0 --
11:keras.*.fit6:method0 ---0 --
15:keras.*.predict6:method0 ---0 --
16:keras.*.evaluate6:method0 ---0 --
22:keras.*.train_on_batch6:method0 ---0 --
21:keras.*.test_on_batch6:method0 ---0 --
24:keras.*.predict_on_batch6:method0 ---0 --
26:tf_keras.models.load_model8:function0 ---0 --
26:tf_keras.saving.load_model8:function0 ---0 --
28:tf_keras.models.load_model()8:function0 ---0 --
28:tf_keras.saving.load_model()8:function0 ---0 --
21:tf_keras.Sequential()8:function0 ---0 --
28:tf_keras.models.Sequential()8:function0 ---0 --
16:tf_keras.Model()8:function0 ---0 --
23:tf_keras.models.Model()8:function0 ---0 --
14:tf_keras.*.fit6:method0 ---0 --
18:tf_keras.*.predict6:method0 ---0 --
19:tf_keras.*.evaluate6:method0 ---0 --
25:tf_keras.*.train_on_batch6:method0 ---0 --
24:tf_keras.*.test_on_batch6:method0 ---0 --
27:tf_keras.*.predict_on_batch6:method0 ---0 --
18:tensorflow.Session11:constructor0 ---0 --
29:tensorflow.data.Dataset.range8:function0 ---0 --
36:tensorflow.data.Dataset.from_tensors8:function0 ---0 --
42:tensorflow.data.Dataset.from_tensor_slices8:function0 ---0 --
34:tensorflow.data.Dataset.list_files8:function0 ---0 --
38:tensorflow.data.Dataset.from_generator8:function0 ---0 --
31:tensorflow.data.TFRecordDataset8:function0 ---0 --
31:tensorflow.data.TextLineDataset8:function0 ---0 --
40:tensorflow.data.FixedLengthRecordDataset8:function0 ---0 --
21:tensorflow.function()8:function1 4:func+4:func0 --0 --
23:tensorflow.function()()8:function0 ---0 --90 
15:tensorflow.cast8:function0 ---0 --
16:tensorflow.stack8:function0 ---0 --
17:tensorflow.concat8:function0 ---0 --
18:tensorflow.squeeze8:function0 ---0 --
18:tensorflow.reshape8:function0 ---0 --
22:tensorflow.expand_dims8:function0 ---0 --
17:tensorflow.argmax8:function0 ---0 --
18:tensorflow.one_hot8:function0 ---0 --
14:tensorflow.pad8:function0 ---0 --
15:tensorflow.tile8:function0 ---0 --
17:tensorflow.gather8:function0 ---0 --
23:tensorflow.io.read_file8:function0 ---0 --
25:tensorflow.io.decode_jpeg8:function0 ---0 --
24:tensorflow.io.decode_png8:function0 ---0 --
26:tensorflow.io.decode_image8:function0 ---0 --
24:tensorflow.io.decode_raw8:function0 ---0 --
26:tensorflow.io.parse_tensor8:function0 ---0 --
30:tensorflow.io.serialize_tensor8:function0 ---0 --
34:tensorflow.io.parse_single_example8:function0 ---0 --
27:tensorflow.io.parse_example8:function0 ---0 --
23:tensorflow.image.resize8:function0 ---0 --
28:tensorflow.image.decode_jpeg8:function0 ---0 --
27:tensorflow.image.decode_png8:function0 ---0 --
29:tensorflow.image.decode_image8:function0 ---0 --
42:tensorflow.image.per_image_standardization8:function0 ---0 --
36:tensorflow.image.convert_image_dtype8:function0 ---0 --
21:tensorflow.nn.softmax8:function0 ---0 --
18:tensorflow.nn.relu8:function0 ---0 --
21:tensorflow.nn.sigmoid8:function0 ---0 --
19:tensorflow.math.add8:function0 ---0 --
24:tensorflow.math.multiply8:function0 ---0 --
26:tensorflow.math.reduce_sum8:function0 ---0 --
27:tensorflow.math.reduce_mean8:function0 ---0 --
19:tensorflow.math.log8:function0 ---0 --
28:tensorflow.math.l2_normalize8:function0 ---0 --
22:tensorflow.signal.stft8:function0 ---0 --
24:tensorflow.linalg.matmul8:function0 ---0 --
25:tensorflow.random.uniform8:function0 ---0 --
24:tensorflow.random.normal8:function0 ---0 --
20:tensorflow.tensordot8:function0 ---0 --
17:tensorflow.einsum8:function0 ---0 --
16:tensorflow.where8:function0 ---0 --
16:tensorflow.split8:function0 ---0 --
20:tensorflow.transpose8:function0 ---0 --
19:tensorflow.math.exp8:function0 ---0 --
20:tensorflow.math.sqrt8:function0 ---0 --
22:tensorflow.math.square8:function0 ---0 --
22:tensorflow.math.divide8:function0 ---0 --
24:tensorflow.math.subtract8:function0 ---0 --
26:tensorflow.math.reduce_min8:function0 ---0 --
26:tensorflow.math.reduce_max8:function0 ---0 --
16:tensorflow.*.fit6:method0 ---0 --
20:tensorflow.*.predict6:method0 ---0 --
21:tensorflow.*.evaluate6:method0 ---0 --
27:tensorflow.*.train_on_batch6:method0 ---0 --
26:tensorflow.*.test_on_batch6:method0 ---0 --
29:tensorflow.*.predict_on_batch6:method0 ---0 --
29:tensorflow.saved_model.load()8:function0 ---0 --
36:tensorflow.keras.models.load_model()8:function0 ---0 --
29:tensorflow.keras.Sequential()8:function0 ---0 --
36:tensorflow.keras.models.Sequential()8:function0 ---0 --
24:tensorflow.keras.Model()8:function0 ---0 --
31:tensorflow.keras.models.Model()8:function0 ---0 --
22:tensorflow.Session.run6:method0 ---0 --
25:keras.models.load_model()8:function0 ---0 --
25:keras.saving.load_model()8:function0 ---0 --
18:keras.Sequential()8:function0 ---0 --
25:keras.models.Sequential()8:function0 ---0 --
13:keras.Model()8:function0 ---0 --
20:keras.models.Model()8:function0 ---0 --
11:keras.*.fit6:method0 ---0 --
15:keras.*.predict6:method0 ---0 --
16:keras.*.evaluate6:method0 ---0 --
22:keras.*.train_on_batch6:method0 ---0 --
21:keras.*.test_on_batch6:method0 ---0 --
24:keras.*.predict_on_batch6:method0 ---0 --
28:tf_keras.models.load_model()8:function0 ---0 --
28:tf_keras.saving.load_model()8:function0 ---0 --
21:tf_keras.Sequential()8:function0 ---0 --
28:tf_keras.models.Sequential()8:function0 ---0 --
16:tf_keras.Model()8:function0 ---0 --
23:tf_keras.models.Model()8:function0 ---0 --
14:tf_keras.*.fit6:method0 ---0 --
18:tf_keras.*.predict6:method0 ---0 --
19:tf_keras.*.evaluate6:method0 ---0 --
25:tf_keras.*.train_on_batch6:method0 ---0 --
24:tf_keras.*.test_on_batch6:method0 ---0 --
27:tf_keras.*.predict_on_batch6:method0 ---0 --
21:tensorflow.function()8:function1 4:func+4:func0 --0 --
23:tensorflow.function()()8:function0 ---0 --8 39:tensorflow.config.list_physical_devices52:tensorflow.config.experimental.list_physical_devices27:tensorflow.keras.Sequential22:tensorflow.keras.Model16:keras.Sequential11:keras.Model19:tf_keras.Sequential14:tf_keras.Model0 17 29:tensorflow.InteractiveSession18:tensorflow.Session14:tensorflow.add19:tensorflow.math.add39:tensorflow.compat.v1.InteractiveSession18:tensorflow.Session28:tensorflow.compat.v1.Session18:tensorflow.Session32:tensorflow.compat.v1.saved_model22:tensorflow.saved_model17:tensorflow.divide22:tensorflow.math.divide14:tensorflow.exp19:tensorflow.math.exp34:tensorflow.keras.saving.load_model34:tensorflow.keras.models.load_model17:tensorflow.matmul24:tensorflow.linalg.matmul19:tensorflow.multiply24:tensorflow.math.multiply21:tensorflow.reduce_max26:tensorflow.math.reduce_max22:tensorflow.reduce_mean27:tensorflow.math.reduce_mean21:tensorflow.reduce_min26:tensorflow.math.reduce_min21:tensorflow.reduce_sum26:tensorflow.math.reduce_sum15:tensorflow.sqrt20:tensorflow.math.sqrt17:tensorflow.square22:tensorflow.math.square19:tensorflow.subtract24:tensorflow.math.subtract2 18:tensorflow.Session18:tensorflow.Session28:tensorflow.Session.__enter__4:self1 
0:4:hang31:hangs without a word, or aborts-0 -0 0 147:runs its operations on pools of threads of one context for the whole process, which its first operation sets up and which stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-96:A spawned worker imports TensorFlow again, some seconds, and what it is given must be picklable.6 52:https://github.com/tensorflow/tensorflow/issues/822052:https://github.com/tensorflow/tensorflow/issues/244853:https://github.com/tensorflow/tensorflow/issues/5183253:https://github.com/tensorflow/tensorflow/issues/1444247:https://github.com/benoitc/gunicorn/issues/236958:https://keras.io/getting_started/#configuring-your-backend7 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.452:from multiprocessing import Process

import numpy as np
import tensorflow as tf


def work():
    model = tf.keras.Sequential([tf.keras.layers.Dense(4)])
    model.compile("sgd", "mse")
    model.fit(np.ones((64, 3)), np.ones((64, 4)), verbose=0)
    print(model.predict(np.ones((1, 3)), verbose=0))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.461:from multiprocessing import get_context

import numpy as np
import tensorflow as tf


def work():
    model = tf.keras.Sequential([tf.keras.layers.Dense(4)])
    model.compile("sgd", "mse")
    model.fit(np.ones((64, 3)), np.ones((64, 4)), verbose=0)
    print(model.predict(np.ones((1, 3)), verbose=0))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.425:from multiprocessing import Process

import numpy as np
import tensorflow as tf


def work():
    model = tf.keras.Sequential([tf.keras.layers.Dense(4)])
    model.compile("sgd", "mse")
    model.fit(np.ones((64, 3)), np.ones((64, 4)), verbose=0)
    print(model.predict(np.ones((1, 3)), verbose=0))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad96:Keras by its own name: the parent tries the model once, and the children of the pool hang in it.359:from multiprocessing import Pool

from keras.models import load_model

model = load_model("/data/digits.keras")


def classify(image):
    return model.predict(image, verbose=0).argmax()


if __name__ == "__main__":
    print(classify([[0.5] * 784]))
    with Pool(2) as pool:  # error: FG102
        print(pool.map(classify, [[[0.0] * 784], [[1.0] * 784]]))
0 +4:3.12
4:good38:Spawned workers load the model afresh.371:from multiprocessing import get_context

from keras.models import load_model

model = load_model("/data/digits.keras")


def classify(image):
    return model.predict(image, verbose=0).argmax()


if __name__ == "__main__":
    print(classify([[0.5] * 784]))
    with get_context("spawn").Pool(2) as pool:
        print(pool.map(classify, [[[0.0] * 784], [[1.0] * 784]]))
0 +4:3.12
9:near-miss70:The loaders of Keras are named, and nothing is loaded before the fork.311:from multiprocessing import Pool

from keras.models import load_model


def classify(image):
    model = load_model("/data/digits.keras")
    return model.predict(image, verbose=0).argmax()


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(classify, [[[0.0] * 784], [[1.0] * 784]]))
0 +4:3.12
3:bad59:A session of TensorFlow 1 runs its graph on the same pools.520:from multiprocessing import Process

import tensorflow.compat.v1 as tf

tf.disable_eager_execution()


def total(rows):
    graph = tf.Graph()
    with graph.as_default(), tf.Session(graph=graph) as session:
        values = tf.placeholder(tf.float32, (None, 100))
        print(session.run(tf.reduce_sum(tf.matmul(values, tf.eye(100))), {values: rows}))


if __name__ == "__main__":
    total([[1.0] * 100])
    worker = Process(target=total, args=([[2.0] * 100],))
    worker.start()  # error: FG102
    worker.join()
0 +4:3.12-0 0 0 0 0 2 17:KERAS_BACKEND=jax19:KERAS_BACKEND=torch0 0 0 0 -0 0 0 0 0 0 -0 ---0 
11:tensorstore11:TensorStore5:FG1026:python1 11:tensorstore1 11:tensorstore7:process-++-2 
16:tensorstore.open8:function0 ---0 --
24:tensorstore.KvStore.open8:function0 ---0 --10 
16:tensorstore.open8:function0 ---0 --
24:tensorstore.KvStore.open8:function0 ---0 --
28:tensorstore.TensorStore.read6:method0 ---0 --
29:tensorstore.TensorStore.write6:method0 ---0 --
30:tensorstore.TensorStore.resize6:method0 ---0 --
31:tensorstore.TensorStore.resolve6:method0 ---0 --
33:tensorstore.TensorStore.__array__6:method0 ---0 --
24:tensorstore.KvStore.read6:method0 ---0 --
25:tensorstore.KvStore.write6:method0 ---0 --
24:tensorstore.KvStore.list6:method0 ---0 --0 0 0 5 24:tensorstore.KvStore.open26:tensorstore.OpeningKvStore26:tensorstore.Opening.result23:tensorstore.TensorStore33:tensorstore.OpeningKvStore.result19:tensorstore.KvStore35:tensorstore.TensorStore.__getitem__23:tensorstore.TensorStore16:tensorstore.open19:tensorstore.Opening2 
8:>=0.1.725:error19:is ended by SIGABRT-0 +6:signal
7:<0.1.724:hang53:hangs without a word, or dies of a segmentation fault-0 -0 1 96:aborting: fork() use detected, which is not allowed due to internal threading use by tensorstore111:reads and writes on threads of the whole process, and aborts in a child that was forked after they were started95:Start the workers with the `spawn` or `forkserver` method, or open stores only in the children.-75:A spawned worker imports its modules again, and opens the store for itself.4 47:https://github.com/google/tensorstore/issues/6148:https://github.com/google/tensorstore/issues/19248:https://github.com/google/tensorstore/issues/20648:https://github.com/google/tensorstore/issues/2173 
3:bad68:The data set opens the store, and every forked worker reads from it.470:import tensorstore as ts
from torch.utils.data import DataLoader, Dataset


class Slices(Dataset):
    def __init__(self, path):
        self.store = ts.open({"driver": "zarr", "kvstore": path}).result()

    def __len__(self):
        return 100

    def __getitem__(self, index):
        return self.store[index].read().result()


if __name__ == "__main__":
    for part in DataLoader(Slices("file:///data/volume"), num_workers=4):  # error: FG102
        print(part)
0 +4:3.12
4:good43:Spawned workers start threads of their own.487:import tensorstore as ts
from torch.utils.data import DataLoader, Dataset


class Slices(Dataset):
    def __init__(self, path):
        self.store = ts.open({"driver": "zarr", "kvstore": path}).result()

    def __len__(self):
        return 100

    def __getitem__(self, index):
        return self.store[index].read().result()


if __name__ == "__main__":
    for part in DataLoader(Slices("file:///data/volume"), num_workers=4, multiprocessing_context="spawn"):
        print(part)
0 +4:3.12
9:near-miss89:The parent has only imported the library; every worker opens the store at its first item.545:import tensorstore as ts
from torch.utils.data import DataLoader, Dataset


class Slices(Dataset):
    def __init__(self, path):
        self.path = path
        self.store = None

    def __len__(self):
        return 100

    def __getitem__(self, index):
        if self.store is None:
            self.store = ts.open({"driver": "zarr", "kvstore": self.path}).result()
        return self.store[index].read().result()


if __name__ == "__main__":
    for part in DataLoader(Slices("file:///data/volume"), num_workers=4):
        print(part)
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
11:thread-pool17:a pool of threads5:FG1056:python4 20:multiprocessing.pool21:multiprocessing.dummy17:multiprocess.pool18:multiprocess.dummy1 6:python6:handle-++-1 
31:multiprocessing.pool.ThreadPool11:constructor0 ---0 --8 
35:multiprocessing.pool.ThreadPool.map6:method0 ---0 --
41:multiprocessing.pool.ThreadPool.map_async6:method0 ---0 --
36:multiprocessing.pool.ThreadPool.imap6:method0 ---0 --
46:multiprocessing.pool.ThreadPool.imap_unordered6:method0 ---0 --
39:multiprocessing.pool.ThreadPool.starmap6:method0 ---0 --
45:multiprocessing.pool.ThreadPool.starmap_async6:method0 ---0 --
37:multiprocessing.pool.ThreadPool.apply6:method0 ---0 --
43:multiprocessing.pool.ThreadPool.apply_async6:method0 ---0 --0 3 41:multiprocessing.pool.ThreadPool.terminate36:multiprocessing.pool.ThreadPool.join40:multiprocessing.pool.ThreadPool.__exit__3 23:multiprocess.dummy.Pool31:multiprocessing.pool.ThreadPool28:multiprocess.pool.ThreadPool31:multiprocessing.pool.ThreadPool26:multiprocessing.dummy.Pool31:multiprocessing.pool.ThreadPool0 1 
0:4:hang48:waits for ever for threads that it does not have-0 -0 0 101:hands its work to threads that it starts when it is made, and a fork leaves them behind in the parent70:Make the pool in the child, or leave its `with` block before the fork.-36:The child starts threads of its own.2 86:https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.ThreadPool71:https://github.com/python/cpython/blob/main/Lib/multiprocessing/pool.py3 
3:bad95:The pool's threads run in the parent alone; the child's work goes to a queue that nobody reads.344:import os
from multiprocessing import Process
from multiprocessing.pool import ThreadPool

pool = ThreadPool(4)


def sizes(names):
    print(pool.map(os.path.getsize, names))


if __name__ == "__main__":
    sizes(["/etc/hosts"])
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()  # error: FG105
    worker.join()
0 +4:3.12
4:good59:Each call has a pool of its own, which ends with the block.342:import os
from multiprocessing import Process
from multiprocessing.pool import ThreadPool


def sizes(names):
    with ThreadPool(4) as pool:
        print(pool.map(os.path.getsize, names))


if __name__ == "__main__":
    sizes(["/etc/hosts"])
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss70:The parent downloads with threads and the child computes without them.359:from multiprocessing import Pool
from multiprocessing.pool import ThreadPool
from pathlib import Path

readers = ThreadPool(4)


def words(text):
    return len(text.split())


if __name__ == "__main__":
    texts = readers.map(Path.read_text, [Path("/etc/hosts"), Path("/etc/passwd")])
    with Pool(2) as counters:
        print(counters.map(words, texts))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
20:thread-pool-executor18:ThreadPoolExecutor5:FG1056:python1 18:concurrent.futures1 6:python6:handle-++-2 
44:concurrent.futures.ThreadPoolExecutor.submit6:method0 ---0 --
41:concurrent.futures.ThreadPoolExecutor.map6:method0 ---0 --0 0 2 46:concurrent.futures.ThreadPoolExecutor.shutdown46:concurrent.futures.ThreadPoolExecutor.__exit__1 44:concurrent.futures.thread.ThreadPoolExecutor37:concurrent.futures.ThreadPoolExecutor0 1 
0:4:hang80:waits for ever where it hands over no more work than the parent had idle threads-0 -0 0 99:keeps a list of its threads, and a fork copies the list and leaves the threads behind in the parent89:Make the executor in the child, or shut it down (leave its `with` block) before the fork.-36:The child starts threads of its own.2 50:https://github.com/apache/iceberg-python/pull/254676:https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor3 
3:bad91:The parent's `map` started the threads; the child's work goes to a queue that nobody reads.372:import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process

executor = ThreadPoolExecutor(4)


def sizes(names):
    print(list(executor.map(os.path.getsize, names)))


if __name__ == "__main__":
    sizes(["/etc/hosts"])
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()  # error: FG105
    worker.join()
0 +4:3.12
4:good69:Each call has an executor of its own, shut down where the block ends.370:import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process


def sizes(names):
    with ThreadPoolExecutor(4) as executor:
        print(list(executor.map(os.path.getsize, names)))


if __name__ == "__main__":
    sizes(["/etc/hosts"])
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss91:An executor that has done nothing has no threads: the child's first call starts them there.330:import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process

executor = ThreadPoolExecutor(4)


def sizes(names):
    print(list(executor.map(os.path.getsize, names)))


if __name__ == "__main__":
    worker = Process(target=sizes, args=(["/etc/passwd"],))
    worker.start()
    worker.join()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
14:threading-lock18:a `threading.Lock`5:FG1056:python1 9:threading1 6:python6:handle-++-2 
22:threading.Lock.acquire6:method0 ---0 --
24:threading.Lock.__enter__6:method0 ---0 --2 
22:threading.Lock.acquire6:method2 8:blocking7:timeout+8:blocking4 1 ---1 
7:timeout0 --
24:threading.Lock.__enter__6:method0 ---0 --0 2 22:threading.Lock.release23:threading.Lock.__exit__0 1 14:threading.Lock14:threading.Lock1 
0:4:hang58:waits for ever for a lock that its parent held at the fork-0 -0 0 105:is copied as it is, held or free, and nobody in the child can release what another process's thread holds70:Release the lock before the fork, or give the child a lock of its own.-72:What the lock protects must be safe to leave for the moment of the fork.2 61:https://docs.python.org/3/library/threading.html#lock-objects46:https://github.com/python/cpython/issues/509703 
3:bad80:The process forks inside the lock's block, and the child asks for the same lock.362:import threading
from multiprocessing import Process

lock = threading.Lock()
seen = []


def record(name):
    with lock:
        seen.append(name)


def main():
    with lock:
        worker = Process(target=record, args=("child",))
        worker.start()  # error: FG105
        seen.append("parent")
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good40:The lock is free when the process forks.338:import threading
from multiprocessing import Process

lock = threading.Lock()
seen = []


def record(name):
    with lock:
        seen.append(name)


def main():
    worker = Process(target=record, args=("child",))
    worker.start()
    with lock:
        seen.append("parent")
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss100:A lock of multiprocessing is shared by both processes: the child waits until its parent releases it.303:from multiprocessing import Lock, Process

lock = Lock()


def record(name):
    with lock:
        print(name)


def main():
    with lock:
        worker = Process(target=record, args=("child",))
        worker.start()
        print("parent")
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
10:tokenizers10:tokenizers5:FG1026:python1 10:tokenizers1 10:tokenizers7:process-+--24 
33:tokenizers.Tokenizer.encode_batch6:method0 ---0 --
45:tokenizers.ByteLevelBPETokenizer.encode_batch6:method0 ---0 --
40:tokenizers.CharBPETokenizer.encode_batch6:method0 ---0 --
49:tokenizers.SentencePieceBPETokenizer.encode_batch6:method0 ---0 --
46:tokenizers.BertWordPieceTokenizer.encode_batch6:method0 ---0 --
38:tokenizers.Tokenizer.encode_batch_fast6:method0 ---0 --
39:tokenizers.Tokenizer.async_encode_batch6:method0 ---0 --
44:tokenizers.Tokenizer.async_encode_batch_fast6:method0 ---0 --
39:tokenizers.Tokenizer.async_decode_batch6:method0 ---0 --
26:tokenizers.Tokenizer.train6:method0 ---0 --
40:tokenizers.Tokenizer.train_from_iterator6:method0 ---0 --
33:tokenizers.Tokenizer.decode_batch6:method0 ---0 --
38:tokenizers.ByteLevelBPETokenizer.train6:method0 ---0 --
52:tokenizers.ByteLevelBPETokenizer.train_from_iterator6:method0 ---0 --
45:tokenizers.ByteLevelBPETokenizer.decode_batch6:method0 ---0 --
33:tokenizers.CharBPETokenizer.train6:method0 ---0 --
47:tokenizers.CharBPETokenizer.train_from_iterator6:method0 ---0 --
40:tokenizers.CharBPETokenizer.decode_batch6:method0 ---0 --
42:tokenizers.SentencePieceBPETokenizer.train6:method0 ---0 --
56:tokenizers.SentencePieceBPETokenizer.train_from_iterator6:method0 ---0 --
49:tokenizers.SentencePieceBPETokenizer.decode_batch6:method0 ---0 --
39:tokenizers.BertWordPieceTokenizer.train6:method0 ---0 --
53:tokenizers.BertWordPieceTokenizer.train_from_iterator6:method0 ---0 --
46:tokenizers.BertWordPieceTokenizer.decode_batch6:method0 ---0 --0 0 0 0 7 33:tokenizers.BertWordPieceTokenizer33:tokenizers.BertWordPieceTokenizer32:tokenizers.ByteLevelBPETokenizer32:tokenizers.ByteLevelBPETokenizer27:tokenizers.CharBPETokenizer27:tokenizers.CharBPETokenizer36:tokenizers.SentencePieceBPETokenizer36:tokenizers.SentencePieceBPETokenizer20:tokenizers.Tokenizer20:tokenizers.Tokenizer30:tokenizers.Tokenizer.from_file20:tokenizers.Tokenizer36:tokenizers.Tokenizer.from_pretrained20:tokenizers.Tokenizer3 
6:<0.8.04:hang20:hangs without a word-0 -
7:>=0.8.010:self-heals98:prints a notice, encodes on one core, and works; it hangs where `TOKENIZERS_PARALLELISM` is `true`-0 -
7:>=0.8.04:hang87:hangs without a word, as `TOKENIZERS_PARALLELISM` tells it to use the pool all the same-3 27:TOKENIZERS_PARALLELISM=true27:TOKENIZERS_PARALLELISM=True24:TOKENIZERS_PARALLELISM=1-0 1 121:The current process just got forked, after parallelism has already been used. Disabling parallelism to avoid deadlocks...212:encodes batches on Rayon's pool, whose threads belong to the whole process and stay behind in the parent; since 0.8 a forked child says so and encodes without them, unless `TOKENIZERS_PARALLELISM=true` forbids it337:With tokenizers 0.8 or later leave `TOKENIZERS_PARALLELISM` unset, or set it to `false`: a forked child then encodes without the pool, and the notice that it prints if unset tells of less speed and of no hang. With an earlier tokenizers, or where the setting has to stay `true`, start the workers with the `spawn` or `forkserver` method.-117:A spawned worker imports its modules again; with `TOKENIZERS_PARALLELISM=false` the parent, too, encodes on one core.4 78:https://github.com/huggingface/tokenizers/blob/main/bindings/python/src/lib.rs84:https://github.com/huggingface/tokenizers/blob/main/bindings/python/src/tokenizer.rs87:https://github.com/huggingface/tokenizers/blob/main/tokenizers/src/utils/parallelism.rs55:https://github.com/huggingface/transformers/issues/54866 
3:bad92:The parent's batch starts the pool, and the child's waits for threads that it does not have.480:from multiprocessing import Process

from tokenizers import ByteLevelBPETokenizer


def count(texts):
    tokenizer = ByteLevelBPETokenizer("/data/vocab.json", "/data/merges.txt")
    print(sum(len(encoding.ids) for encoding in tokenizer.encode_batch(texts)))


def main():
    count(["one of them", "and more"])
    worker = Process(target=count, args=(["three of them", "and more"],))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
1 10:tokenizers5:0.7.0+4:3.12
4:good41:The spawned worker has a pool of its own.489:from multiprocessing import get_context

from tokenizers import ByteLevelBPETokenizer


def count(texts):
    tokenizer = ByteLevelBPETokenizer("/data/vocab.json", "/data/merges.txt")
    print(sum(len(encoding.ids) for encoding in tokenizer.encode_batch(texts)))


def main():
    count(["one of them", "and more"])
    worker = get_context("spawn").Process(target=count, args=(["three of them", "and more"],))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 10:tokenizers5:0.7.0+4:3.12
9:near-miss51:From 0.8 the forked child encodes without the pool.464:from multiprocessing import Process

from tokenizers import ByteLevelBPETokenizer


def count(texts):
    tokenizer = ByteLevelBPETokenizer("/data/vocab.json", "/data/merges.txt")
    print(sum(len(encoding.ids) for encoding in tokenizer.encode_batch(texts)))


def main():
    count(["one of them", "and more"])
    worker = Process(target=count, args=(["three of them", "and more"],))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 10:tokenizers6:0.23.3+4:3.12
3:bad70:The setting has the child use the pool whose threads are the parent's.504:import os
from multiprocessing import Process

os.environ["TOKENIZERS_PARALLELISM"] = "true"

from tokenizers import Tokenizer

TOKENIZER = Tokenizer.from_file("/data/tokenizer.json")


def count(texts):
    print(sum(len(encoding.ids) for encoding in TOKENIZER.encode_batch(texts)))


def main():
    count(["one of them", "and more"])
    worker = Process(target=count, args=(["three of them", "and more"],))
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
1 10:tokenizers6:0.22.2+4:3.12
4:good45:The child is left to encode without the pool.489:import os
from multiprocessing import Process

os.environ["TOKENIZERS_PARALLELISM"] = "false"

from tokenizers import Tokenizer

TOKENIZER = Tokenizer.from_file("/data/tokenizer.json")


def count(texts):
    print(sum(len(encoding.ids) for encoding in TOKENIZER.encode_batch(texts)))


def main():
    count(["one of them", "and more"])
    worker = Process(target=count, args=(["three of them", "and more"],))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 10:tokenizers6:0.22.2+4:3.12
9:near-miss47:Without the setting the child notices the fork.480:import os
from multiprocessing import Process

os.environ["RAYON_NUM_THREADS"] = "2"

from tokenizers import Tokenizer

TOKENIZER = Tokenizer.from_file("/data/tokenizer.json")


def count(texts):
    print(sum(len(encoding.ids) for encoding in TOKENIZER.encode_batch(texts)))


def main():
    count(["one of them", "and more"])
    worker = Process(target=count, args=(["three of them", "and more"],))
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
1 10:tokenizers6:0.22.2+4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
5:torch18:PyTorch on the CPU5:FG1026:python5 5:torch11:torchvision21:sentence_transformers12:transformers6:stanza1 5:torch7:process-++-40 
16:torch.*.backward6:method0 ---0 --
12:torch.matmul8:function0 ---0 --
8:torch.mm8:function0 ---0 --
9:torch.bmm8:function0 ---0 --
12:torch.einsum8:function0 ---0 --
16:torch.linalg.svd8:function0 ---0 --
17:torch.nn.Conv1d()8:function0 ---0 --
17:torch.nn.Conv2d()8:function0 ---0 --
17:torch.nn.Conv3d()8:function0 ---0 --
26:torch.nn.ConvTranspose1d()8:function0 ---0 --
26:torch.nn.ConvTranspose2d()8:function0 ---0 --
14:torch.nn.RNN()8:function0 ---0 --
15:torch.nn.LSTM()8:function0 ---0 --
14:torch.nn.GRU()8:function0 ---0 --
34:torch.nn.TransformerEncoderLayer()8:function0 ---0 --
29:torch.nn.TransformerEncoder()8:function0 ---0 --
22:torch.nn.Transformer()8:function0 ---0 --
29:torch.nn.MultiheadAttention()8:function0 ---0 --
48:sentence_transformers.SentenceTransformer.encode6:method0 ---1 
6:device6 4:cuda--
42:sentence_transformers.CrossEncoder.predict6:method0 ---1 
6:device6 4:cuda--
23:transformers.pipeline()8:function0 ---7 
6:device6 4:cuda
6:device5 3 1:0
6:device5 3 1:1
6:device5 3 1:2
6:device5 3 1:3
10:device_map6 4:cuda
10:device_map5 2 4:auto--
17:stanza.Pipeline()8:function0 ---0 --
17:torch.linalg.eigh8:function0 ---0 --
15:torch.linalg.qr8:function0 ---0 --
18:torch.linalg.lstsq8:function0 ---0 --
17:torch.linalg.pinv8:function0 ---0 --
18:torch.linalg.solve8:function0 ---0 --
24:torch.jit.ScriptModule()8:function0 ---1 
12:map_location6 4:cuda--
30:transformers.PreTrainedModel()8:function0 ---2 
10:device_map6 4:cuda
10:device_map5 2 4:auto--
39:transformers.PreTrainedModel().generate6:method0 ---2 
10:device_map6 4:cuda
10:device_map5 2 4:auto--
28:torchvision.models.Network()8:function0 ---0 --
17:torch.nn.Linear()8:function2 11:in_features12:out_features+11:in_features2 3 2:99--0 --
14:torch.*.matmul6:method0 ---0 --
10:torch.*.mm6:method0 ---0 --
11:torch.*.bmm6:method0 ---0 --
18:torch.*.__matmul__6:method0 ---0 --
26:torch.nn.functional.conv1d8:function0 ---0 --
26:torch.nn.functional.conv2d8:function0 ---0 --
26:torch.nn.functional.conv3d8:function0 ---0 --
12:torch.load()8:function0 ---1 
12:map_location6 4:cuda--40 
16:torch.*.backward6:method0 ---0 --
17:torch.nn.Conv1d()8:function0 ---0 --
17:torch.nn.Conv2d()8:function0 ---0 --
17:torch.nn.Conv3d()8:function0 ---0 --
26:torch.nn.ConvTranspose1d()8:function0 ---0 --
26:torch.nn.ConvTranspose2d()8:function0 ---0 --
14:torch.nn.RNN()8:function0 ---0 --
15:torch.nn.LSTM()8:function0 ---0 --
14:torch.nn.GRU()8:function0 ---0 --
34:torch.nn.TransformerEncoderLayer()8:function0 ---0 --
29:torch.nn.TransformerEncoder()8:function0 ---0 --
22:torch.nn.Transformer()8:function0 ---0 --
29:torch.nn.MultiheadAttention()8:function0 ---0 --
12:torch.matmul8:function0 ---0 --
8:torch.mm8:function0 ---0 --
9:torch.bmm8:function0 ---0 --
48:sentence_transformers.SentenceTransformer.encode6:method0 ---1 
6:device6 4:cuda--
42:sentence_transformers.CrossEncoder.predict6:method0 ---1 
6:device6 4:cuda--
23:transformers.pipeline()8:function0 ---7 
6:device6 4:cuda
6:device5 3 1:0
6:device5 3 1:1
6:device5 3 1:2
6:device5 3 1:3
10:device_map6 4:cuda
10:device_map5 2 4:auto--
17:stanza.Pipeline()8:function0 ---0 --
12:torch.einsum8:function0 ---0 --
16:torch.linalg.svd8:function0 ---0 --
17:torch.linalg.eigh8:function0 ---0 --
15:torch.linalg.qr8:function0 ---0 --
18:torch.linalg.lstsq8:function0 ---0 --
17:torch.linalg.pinv8:function0 ---0 --
18:torch.linalg.solve8:function0 ---0 --
24:torch.jit.ScriptModule()8:function0 ---1 
12:map_location6 4:cuda--
30:transformers.PreTrainedModel()8:function0 ---2 
10:device_map6 4:cuda
10:device_map5 2 4:auto--
39:transformers.PreTrainedModel().generate6:method0 ---2 
10:device_map6 4:cuda
10:device_map5 2 4:auto--
28:torchvision.models.Network()8:function0 ---0 --
17:torch.nn.Linear()8:function2 11:in_features12:out_features+11:in_features2 3 2:99--0 --
14:torch.*.matmul6:method0 ---0 --
10:torch.*.mm6:method0 ---0 --
11:torch.*.bmm6:method0 ---0 --
18:torch.*.__matmul__6:method0 ---0 --
26:torch.nn.functional.conv1d8:function0 ---0 --
26:torch.nn.functional.conv2d8:function0 ---0 --
26:torch.nn.functional.conv3d8:function0 ---0 --
12:torch.load()8:function0 ---1 
12:map_location6 4:cuda--0 1 21:torch.set_num_threads3 25:lightning.LightningModule15:torch.nn.Module33:lightning.pytorch.LightningModule15:torch.nn.Module33:pytorch_lightning.LightningModule15:torch.nn.Module140 34:sentence_transformers.CrossEncoder34:sentence_transformers.CrossEncoder41:sentence_transformers.SentenceTransformer41:sentence_transformers.SentenceTransformer14:torch.hub.load24:torch.jit.ScriptModule()28:torch.jit.ScriptModule().cpu4:self29:torch.jit.ScriptModule().cuda4:self31:torch.jit.ScriptModule().double4:self29:torch.jit.ScriptModule().eval4:self30:torch.jit.ScriptModule().float4:self29:torch.jit.ScriptModule().half4:self27:torch.jit.ScriptModule().to4:self30:torch.jit.ScriptModule().train4:self14:torch.jit.load24:torch.jit.ScriptModule()17:torch.load().eval24:torch.jit.ScriptModule()24:torch.nn.Module.__call__12:torch.Tensor21:torch.nn.Module.apply4:self24:torch.nn.Module.bfloat164:self19:torch.nn.Module.cpu4:self20:torch.nn.Module.cuda4:self22:torch.nn.Module.double4:self20:torch.nn.Module.eval4:self21:torch.nn.Module.float4:self23:torch.nn.Module.forward12:torch.Tensor20:torch.nn.Module.half4:self36:torch.nn.Module.load_from_checkpoint4:self30:torch.nn.Module.requires_grad_4:self28:torch.nn.Module.share_memory4:self18:torch.nn.Module.to4:self21:torch.nn.Module.train4:self20:torch.nn.Module.type4:self32:torchvision.models.Network().cpu4:self33:torchvision.models.Network().cuda4:self35:torchvision.models.Network().double4:self33:torchvision.models.Network().eval4:self34:torchvision.models.Network().float4:self33:torchvision.models.Network().half4:self43:torchvision.models.Network().requires_grad_4:self31:torchvision.models.Network().to4:self34:torchvision.models.Network().train4:self26:torchvision.models.alexnet28:torchvision.models.Network()32:torchvision.models.convnext_base28:torchvision.models.Network()33:torchvision.models.convnext_small28:torchvision.models.Network()32:torchvision.models.convnext_tiny28:torchvision.models.Network()30:torchvision.models.densenet12128:torchvision.models.Network()30:torchvision.models.densenet16128:torchvision.models.Network()30:torchvision.models.densenet16928:torchvision.models.Network()30:torchvision.models.densenet20128:torchvision.models.Network()52:torchvision.models.detection.fasterrcnn_resnet50_fpn28:torchvision.models.Network()54:torchvision.models.detection.keypointrcnn_resnet50_fpn28:torchvision.models.Network()50:torchvision.models.detection.maskrcnn_resnet50_fpn28:torchvision.models.Network()51:torchvision.models.detection.retinanet_resnet50_fpn28:torchvision.models.Network()41:torchvision.models.detection.ssd300_vgg1628:torchvision.models.Network()34:torchvision.models.efficientnet_b028:torchvision.models.Network()34:torchvision.models.efficientnet_b128:torchvision.models.Network()34:torchvision.models.efficientnet_b228:torchvision.models.Network()34:torchvision.models.efficientnet_b328:torchvision.models.Network()34:torchvision.models.efficientnet_b428:torchvision.models.Network()36:torchvision.models.efficientnet_v2_m28:torchvision.models.Network()36:torchvision.models.efficientnet_v2_s28:torchvision.models.Network()28:torchvision.models.get_model28:torchvision.models.Network()28:torchvision.models.googlenet28:torchvision.models.Network()31:torchvision.models.inception_v328:torchvision.models.Network()29:torchvision.models.mnasnet1_028:torchvision.models.Network()31:torchvision.models.mobilenet_v228:torchvision.models.Network()37:torchvision.models.mobilenet_v3_large28:torchvision.models.Network()37:torchvision.models.mobilenet_v3_small28:torchvision.models.Network()33:torchvision.models.regnet_y_400mf28:torchvision.models.Network()28:torchvision.models.resnet10128:torchvision.models.Network()28:torchvision.models.resnet15228:torchvision.models.Network()27:torchvision.models.resnet1828:torchvision.models.Network()27:torchvision.models.resnet3428:torchvision.models.Network()27:torchvision.models.resnet5028:torchvision.models.Network()35:torchvision.models.resnext101_32x8d28:torchvision.models.Network()34:torchvision.models.resnext50_32x4d28:torchvision.models.Network()51:torchvision.models.segmentation.deeplabv3_resnet10128:torchvision.models.Network()50:torchvision.models.segmentation.deeplabv3_resnet5028:torchvision.models.Network()45:torchvision.models.segmentation.fcn_resnet10128:torchvision.models.Network()44:torchvision.models.segmentation.fcn_resnet5028:torchvision.models.Network()37:torchvision.models.shufflenet_v2_x1_028:torchvision.models.Network()32:torchvision.models.squeezenet1_028:torchvision.models.Network()32:torchvision.models.squeezenet1_128:torchvision.models.Network()25:torchvision.models.swin_b28:torchvision.models.Network()25:torchvision.models.swin_s28:torchvision.models.Network()25:torchvision.models.swin_t28:torchvision.models.Network()24:torchvision.models.vgg1128:torchvision.models.Network()24:torchvision.models.vgg1328:torchvision.models.Network()24:torchvision.models.vgg1628:torchvision.models.Network()27:torchvision.models.vgg16_bn28:torchvision.models.Network()24:torchvision.models.vgg1928:torchvision.models.Network()27:torchvision.models.vgg19_bn28:torchvision.models.Network()27:torchvision.models.vit_b_1628:torchvision.models.Network()27:torchvision.models.vit_b_3228:torchvision.models.Network()27:torchvision.models.vit_l_1628:torchvision.models.Network()34:torchvision.models.wide_resnet50_228:torchvision.models.Network()38:transformers.AutoModel.from_pretrained30:transformers.PreTrainedModel()60:transformers.AutoModelForAudioClassification.from_pretrained30:transformers.PreTrainedModel()44:transformers.AutoModelForCTC.from_pretrained30:transformers.PreTrainedModel()49:transformers.AutoModelForCausalLM.from_pretrained30:transformers.PreTrainedModel()60:transformers.AutoModelForImageClassification.from_pretrained30:transformers.PreTrainedModel()56:transformers.AutoModelForImageTextToText.from_pretrained30:transformers.PreTrainedModel()49:transformers.AutoModelForMaskedLM.from_pretrained30:transformers.PreTrainedModel()56:transformers.AutoModelForObjectDetection.from_pretrained30:transformers.PreTrainedModel()58:transformers.AutoModelForQuestionAnswering.from_pretrained30:transformers.PreTrainedModel()61:transformers.AutoModelForSemanticSegmentation.from_pretrained30:transformers.PreTrainedModel()50:transformers.AutoModelForSeq2SeqLM.from_pretrained30:transformers.PreTrainedModel()63:transformers.AutoModelForSequenceClassification.from_pretrained30:transformers.PreTrainedModel()54:transformers.AutoModelForSpeechSeq2Seq.from_pretrained30:transformers.PreTrainedModel()60:transformers.AutoModelForTokenClassification.from_pretrained30:transformers.PreTrainedModel()51:transformers.AutoModelForVision2Seq.from_pretrained30:transformers.PreTrainedModel()57:transformers.BartForConditionalGeneration.from_pretrained30:transformers.PreTrainedModel()44:transformers.BertForMaskedLM.from_pretrained30:transformers.PreTrainedModel()58:transformers.BertForSequenceClassification.from_pretrained30:transformers.PreTrainedModel()38:transformers.BertModel.from_pretrained30:transformers.PreTrainedModel()38:transformers.CLIPModel.from_pretrained30:transformers.PreTrainedModel()64:transformers.DistilBertForSequenceClassification.from_pretrained30:transformers.PreTrainedModel()44:transformers.DistilBertModel.from_pretrained30:transformers.PreTrainedModel()44:transformers.GPT2LMHeadModel.from_pretrained30:transformers.PreTrainedModel()38:transformers.GPT2Model.from_pretrained30:transformers.PreTrainedModel()45:transformers.LlamaForCausalLM.from_pretrained30:transformers.PreTrainedModel()42:transformers.MarianMTModel.from_pretrained30:transformers.PreTrainedModel()39:transformers.PreTrainedModel().bfloat164:self34:transformers.PreTrainedModel().cpu4:self35:transformers.PreTrainedModel().cuda4:self37:transformers.PreTrainedModel().double4:self35:transformers.PreTrainedModel().eval4:self36:transformers.PreTrainedModel().float4:self35:transformers.PreTrainedModel().half4:self45:transformers.PreTrainedModel().requires_grad_4:self43:transformers.PreTrainedModel().share_memory4:self33:transformers.PreTrainedModel().to4:self36:transformers.PreTrainedModel().train4:self44:transformers.PreTrainedModel.from_pretrained4:self61:transformers.RobertaForSequenceClassification.from_pretrained30:transformers.PreTrainedModel()41:transformers.RobertaModel.from_pretrained30:transformers.PreTrainedModel()43:transformers.T5EncoderModel.from_pretrained30:transformers.PreTrainedModel()55:transformers.T5ForConditionalGeneration.from_pretrained30:transformers.PreTrainedModel()54:transformers.ViTForImageClassification.from_pretrained30:transformers.PreTrainedModel()37:transformers.ViTModel.from_pretrained30:transformers.PreTrainedModel()43:transformers.Wav2Vec2ForCTC.from_pretrained30:transformers.PreTrainedModel()60:transformers.WhisperForConditionalGeneration.from_pretrained30:transformers.PreTrainedModel()44:transformers.XLMRobertaModel.from_pretrained30:transformers.PreTrainedModel()1 
0:4:hang49:hangs without a word, unless its tensors are tiny-0 -0 0 118:runs the loops of its operators on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent119:Call `torch.set_num_threads(1)` first thing in the child, or start the workers with the `spawn` or `forkserver` method.-61:The child computes on one core; several children use several.5 47:https://github.com/pytorch/pytorch/issues/1719947:https://github.com/pytorch/pytorch/issues/4119747:https://github.com/pytorch/pytorch/issues/8969351:https://github.com/huggingface/datasets/issues/578647:https://github.com/benoitc/gunicorn/issues/21579 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.340:from multiprocessing import Process

import torch


def work():
    model = torch.nn.Linear(100, 10)
    loss = model(torch.rand(64, 100)).sum()
    loss.backward()
    print(loss.item())


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good84:A child that keeps to one thread, as the workers of a DataLoader do, needs no other.353:from multiprocessing import Process

import torch


def work():
    torch.set_num_threads(1)
    model = torch.nn.Linear(100, 10)
    loss = model(torch.rand(64, 100)).sum()
    loss.backward()
    print(loss.item())


def main():
    work()
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.313:from multiprocessing import Process

import torch


def work():
    model = torch.nn.Linear(100, 10)
    loss = model(torch.rand(64, 100)).sum()
    loss.backward()
    print(loss.item())


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad109:A network's call runs its forward: the parent tries it once, and the pool's children hang in the convolution.523:from multiprocessing import Pool

import torch
from torch import nn


class Edges(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())

    def forward(self, image):
        return self.body(image).mean()


net = Edges()


def score(seed):
    torch.manual_seed(seed)
    return net(torch.rand(1, 3, 64, 64)).item()


if __name__ == "__main__":
    print(score(0))
    with Pool(2) as pool:  # error: FG102
        print(pool.map(score, range(8)))
0 +4:3.12
9:near-miss110:Each worker of a DataLoader computes on one thread, so the data set may run a network that the parent has run.504:import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Blurred(Dataset):
    def __init__(self):
        self.blur = nn.Conv2d(3, 3, 5, padding=2)

    def __len__(self):
        return 100

    def __getitem__(self, index):
        return self.blur(torch.rand(1, 3, 64, 64)).detach()


def main():
    images = Blurred()
    print(images[0].shape)
    for batch in DataLoader(images, num_workers=2):
        print(batch.shape)


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad85:A pretrained model is a network: the parent calls it once, and the child hangs in it.480:from multiprocessing import Process

from transformers import AutoModel, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")
model = AutoModel.from_pretrained("bert-base-uncased").eval()


def embed(text):
    print(model(**tokenizer(text, return_tensors="pt")).last_hidden_state.shape)


if __name__ == "__main__":
    embed("one of them")
    worker = Process(target=embed, args=("three of them",))
    worker.start()  # error: FG102
    worker.join()
0 +4:3.12
4:good33:The child computes on one thread.506:from multiprocessing import Process

import torch
from transformers import AutoModel, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")
model = AutoModel.from_pretrained("bert-base-uncased").eval()


def embed(text):
    torch.set_num_threads(1)
    print(model(**tokenizer(text, return_tensors="pt")).last_hidden_state.shape)


if __name__ == "__main__":
    embed("one of them")
    worker = Process(target=embed, args=("three of them",))
    worker.start()
    worker.join()
0 +4:3.12
9:near-miss91:To load a model and to read a text starts no threads; the child is the first that computes.475:from multiprocessing import Process

from transformers import AutoModel, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")
model = AutoModel.from_pretrained("bert-base-uncased").eval()


def embed(text):
    print(model(**tokenizer(text, return_tensors="pt")).last_hidden_state.shape)


if __name__ == "__main__":
    print(tokenizer("one of them"))
    worker = Process(target=embed, args=("three of them",))
    worker.start()
    worker.join()
0 +4:3.12
3:bad41:`einsum` is a multiplication of matrices.297:import torch
import torch.multiprocessing as mp


def contract():
    rows = torch.ones((2, 50, 10))
    print(torch.einsum("ijl,ikl->ijk", rows, rows).sum())


if __name__ == "__main__":
    contract()
    worker = mp.Process(target=contract)
    worker.start()  # error: FG102
    worker.join()
0 +4:3.12-22 23:multiprocessing.Process31:multiprocessing.context.Process35:multiprocessing.context.ForkProcess20:multiprocessing.Pool25:multiprocessing.pool.Pool20:multiprocess.Process17:multiprocess.Pool16:billiard.Process13:billiard.Pool38:concurrent.futures.ProcessPoolExecutor46:concurrent.futures.process.ProcessPoolExecutor37:torch.multiprocessing.start_processes35:tqdm.contrib.concurrent.process_map15:joblib.Parallel18:pebble.ProcessPool13:celery.Celery20:gunicorn.preload_app13:uwsgi.workers30:tornado.process.fork_processes7:os.fork10:os.forkpty8:pty.fork0 0 0 0 1 17:OMP_NUM_THREADS=10 0 0 0 +0 0 1 21:torch.set_num_threads0 0 0 -0 ---0 
10:torch-cuda15:PyTorch on CUDA5:FG1036:python5 5:torch11:torchvision12:transformers21:sentence_transformers7:whisper1 5:torch7:process-++-66 
15:torch.cuda.init8:function0 ---0 --
23:torch.cuda.is_available8:function0 ---0 --
28:torch.cuda.is_bf16_supported8:function0 ---0 --
25:torch.cuda.current_device8:function0 ---0 --
21:torch.cuda.set_device8:function0 ---0 --
22:torch.cuda.synchronize8:function0 ---0 --
22:torch.cuda.ipc_collect8:function0 ---0 --
25:torch.cuda.current_stream8:function0 ---0 --
25:torch.cuda.default_stream8:function0 ---0 --
32:torch.cuda.get_device_properties8:function0 ---0 --
26:torch.cuda.get_device_name8:function0 ---0 --
32:torch.cuda.get_device_capability8:function0 ---0 --
33:torch.cuda.can_device_access_peer8:function0 ---0 --
17:torch.cuda.cudart8:function0 ---0 --
23:torch.cuda.mem_get_info8:function0 ---0 --
24:torch.cuda.get_rng_state8:function0 ---0 --
23:torch.cuda.initial_seed8:function0 ---0 --
34:torch.cuda.reset_peak_memory_stats8:function0 ---0 --
42:torch.cuda.set_per_process_memory_fraction8:function0 ---0 --
12:torch.*.cuda6:method0 ---0 --
10:torch.*.to6:method1 6:device+6:device6 4:cuda--0 --
18:torchvision.*.cuda6:method0 ---0 --
16:torchvision.*.to6:method1 6:device+6:device6 4:cuda--0 --
19:transformers.*.cuda6:method0 ---0 --
17:transformers.*.to6:method1 6:device+6:device6 4:cuda--0 --
12:torch.tensor8:function0 +6:device6 4:cuda--0 --
15:torch.as_tensor8:function0 +6:device6 4:cuda--0 --
11:torch.zeros8:function0 +6:device6 4:cuda--0 --
10:torch.ones8:function0 +6:device6 4:cuda--0 --
11:torch.empty8:function0 +6:device6 4:cuda--0 --
10:torch.full8:function0 +6:device6 4:cuda--0 --
9:torch.eye8:function0 +6:device6 4:cuda--0 --
12:torch.arange8:function0 +6:device6 4:cuda--0 --
14:torch.linspace8:function0 +6:device6 4:cuda--0 --
10:torch.rand8:function0 +6:device6 4:cuda--0 --
11:torch.randn8:function0 +6:device6 4:cuda--0 --
13:torch.randint8:function0 +6:device6 4:cuda--0 --
14:torch.randperm8:function0 +6:device6 4:cuda--0 --
10:torch.load8:function2 1:f12:map_location+12:map_location6 4:cuda--0 --
22:torch.cuda.FloatTensor8:function0 ---0 --
23:torch.cuda.DoubleTensor8:function0 ---0 --
21:torch.cuda.HalfTensor8:function0 ---0 --
25:torch.cuda.BFloat16Tensor8:function0 ---0 --
21:torch.cuda.LongTensor8:function0 ---0 --
20:torch.cuda.IntTensor8:function0 ---0 --
22:torch.cuda.ShortTensor8:function0 ---0 --
21:torch.cuda.ByteTensor8:function0 ---0 --
21:torch.cuda.BoolTensor8:function0 ---0 --
21:torch.cuda.CharTensor8:function0 ---0 --
12:torch.*.type6:method1 5:dtype+5:dtype6 11:torch.cuda.--0 --
17:torch.cuda.Stream11:constructor0 ---0 --
10:torch.*.to6:method1 6:device+6:device5 3 1:0--0 --
14:torch.jit.load8:function2 1:f12:map_location+12:map_location6 4:cuda--0 --
10:torch.*.to6:method1 6:device+6:device5 3 1:1--0 --
28:sentence_transformers.*.cuda6:method0 ---0 --
26:sentence_transformers.*.to6:method1 6:device+6:device6 4:cuda--0 --
41:sentence_transformers.SentenceTransformer11:constructor3 18:model_name_or_path7:modules6:device+6:device6 4:cuda--0 --
34:sentence_transformers.CrossEncoder11:constructor0 +6:device6 4:cuda--0 --
21:transformers.pipeline8:function0 +6:device6 4:cuda--0 --
21:transformers.pipeline8:function0 +6:device5 3 1:0--0 --
21:transformers.pipeline8:function0 +6:device5 3 1:1--0 --
21:transformers.pipeline8:function0 +10:device_map6 4:cuda--0 --
21:transformers.pipeline8:function0 +10:device_map5 2 4:auto--0 --
30:transformers.*.from_pretrained6:method0 +10:device_map6 4:cuda--0 --
30:transformers.*.from_pretrained6:method0 +10:device_map5 2 4:auto--0 --
18:whisper.load_model8:function2 4:name6:device+6:device6 4:cuda--0 --65 
15:torch.cuda.init8:function0 ---0 --
25:torch.cuda.current_device8:function0 ---0 --
21:torch.cuda.set_device8:function0 ---0 --
22:torch.cuda.synchronize8:function0 ---0 --
22:torch.cuda.ipc_collect8:function0 ---0 --
25:torch.cuda.current_stream8:function0 ---0 --
25:torch.cuda.default_stream8:function0 ---0 --
32:torch.cuda.get_device_properties8:function0 ---0 --
26:torch.cuda.get_device_name8:function0 ---0 --
32:torch.cuda.get_device_capability8:function0 ---0 --
33:torch.cuda.can_device_access_peer8:function0 ---0 --
17:torch.cuda.cudart8:function0 ---0 --
23:torch.cuda.mem_get_info8:function0 ---0 --
24:torch.cuda.get_rng_state8:function0 ---0 --
23:torch.cuda.initial_seed8:function0 ---0 --
34:torch.cuda.reset_peak_memory_stats8:function0 ---0 --
42:torch.cuda.set_per_process_memory_fraction8:function0 ---0 --
12:torch.*.cuda6:method0 ---0 --
10:torch.*.to6:method1 6:device+6:device6 4:cuda--0 --
18:torchvision.*.cuda6:method0 ---0 --
16:torchvision.*.to6:method1 6:device+6:device6 4:cuda--0 --
19:transformers.*.cuda6:method0 ---0 --
17:transformers.*.to6:method1 6:device+6:device6 4:cuda--0 --
12:torch.tensor8:function0 +6:device6 4:cuda--0 --
15:torch.as_tensor8:function0 +6:device6 4:cuda--0 --
11:torch.zeros8:function0 +6:device6 4:cuda--0 --
10:torch.ones8:function0 +6:device6 4:cuda--0 --
11:torch.empty8:function0 +6:device6 4:cuda--0 --
10:torch.full8:function0 +6:device6 4:cuda--0 --
9:torch.eye8:function0 +6:device6 4:cuda--0 --
12:torch.arange8:function0 +6:device6 4:cuda--0 --
14:torch.linspace8:function0 +6:device6 4:cuda--0 --
10:torch.rand8:function0 +6:device6 4:cuda--0 --
11:torch.randn8:function0 +6:device6 4:cuda--0 --
13:torch.randint8:function0 +6:device6 4:cuda--0 --
14:torch.randperm8:function0 +6:device6 4:cuda--0 --
10:torch.load8:function2 1:f12:map_location+12:map_location6 4:cuda--0 --
17:torch.cuda.Stream11:constructor0 ---0 --
10:torch.*.to6:method1 6:device+6:device5 3 1:0--0 --
14:torch.jit.load8:function2 1:f12:map_location+12:map_location6 4:cuda--0 --
10:torch.*.to6:method1 6:device+6:device5 3 1:1--0 --
28:sentence_transformers.*.cuda6:method0 ---0 --
26:sentence_transformers.*.to6:method1 6:device+6:device6 4:cuda--0 --
41:sentence_transformers.SentenceTransformer11:constructor3 18:model_name_or_path7:modules6:device+6:device6 4:cuda--0 --
34:sentence_transformers.CrossEncoder11:constructor0 +6:device6 4:cuda--0 --
21:transformers.pipeline8:function0 +6:device6 4:cuda--0 --
21:transformers.pipeline8:function0 +6:device5 3 1:0--0 --
21:transformers.pipeline8:function0 +6:device5 3 1:1--0 --
21:transformers.pipeline8:function0 +10:device_map6 4:cuda--0 --
21:transformers.pipeline8:function0 +10:device_map5 2 4:auto--0 --
30:transformers.*.from_pretrained6:method0 +10:device_map6 4:cuda--0 --
30:transformers.*.from_pretrained6:method0 +10:device_map5 2 4:auto--0 --
18:whisper.load_model8:function2 4:name6:device+6:device6 4:cuda--0 --
22:torch.cuda.FloatTensor8:function0 ---0 --
23:torch.cuda.DoubleTensor8:function0 ---0 --
21:torch.cuda.HalfTensor8:function0 ---0 --
25:torch.cuda.BFloat16Tensor8:function0 ---0 --
21:torch.cuda.LongTensor8:function0 ---0 --
20:torch.cuda.IntTensor8:function0 ---0 --
22:torch.cuda.ShortTensor8:function0 ---0 --
21:torch.cuda.ByteTensor8:function0 ---0 --
21:torch.cuda.BoolTensor8:function0 ---0 --
21:torch.cuda.CharTensor8:function0 ---0 --
12:torch.*.type6:method1 5:dtype+5:dtype6 11:torch.cuda.--0 --
24:torch.set_default_device8:function1 6:device+6:device6 4:cuda--0 --7 23:torch.cuda.device_count25:torch.cuda.is_initialized22:torch.cuda.manual_seed26:torch.cuda.manual_seed_all22:torch.cuda.empty_cache27:torch.cuda.memory_allocated31:torch.cuda.max_memory_allocated0 0 0 1 
0:5:error70:dies of `RuntimeError: Cannot re-initialize CUDA in forked subprocess`-0 -0 1 119:Cannot re-initialize CUDA in forked subprocess. To use CUDA with multiprocessing, you must use the 'spawn' start method89:has asked the CUDA driver for its devices, and the driver's state does not survive a fork180:Start the workers with the `spawn` or `forkserver` method, or keep CUDA out of the parent until it has forked; let a data set return CPU tensors and move them in the training loop.-128:A spawned worker imports torch again, some seconds, and sets up a CUDA context of its own, some hundred megabytes of GPU memory.5 87:https://docs.pytorch.org/docs/stable/notes/multiprocessing.html#cuda-in-multiprocessing75:https://docs.pytorch.org/docs/stable/generated/torch.cuda.is_available.html47:https://github.com/pytorch/pytorch/issues/4040347:https://github.com/pytorch/pytorch/issues/8397347:https://github.com/pytorch/pytorch/issues/688615 
3:bad106:The model is on the GPU when the loader forks its workers, and the data set moves every sample there, too.546:import torch
from torch.utils.data import DataLoader, Dataset


class Signals(Dataset):
    def __init__(self, paths):
        self.paths = paths

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return torch.load(self.paths[index]).cuda()


def train(paths):
    model = torch.nn.Linear(128, 2).cuda()
    for batch in DataLoader(Signals(paths), batch_size=32, num_workers=4):  # error: FG103
        print(model(batch).mean())


if __name__ == "__main__":
    train(["/data/a.pt", "/data/b.pt"])
0 +4:3.12
4:good81:The data set returns what it has read, and the training loop moves whole batches.530:import torch
from torch.utils.data import DataLoader, Dataset


class Signals(Dataset):
    def __init__(self, paths):
        self.paths = paths

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return torch.load(self.paths[index])


def train(paths):
    model = torch.nn.Linear(128, 2).cuda()
    for batch in DataLoader(Signals(paths), batch_size=32, num_workers=4):
        print(model(batch.cuda()).mean())


if __name__ == "__main__":
    train(["/data/a.pt", "/data/b.pt"])
0 +4:3.12
3:bad86:The model is loaded onto the GPU in the parent, and every worker loads it there again.345:from multiprocessing import Pool

import whisper


def transcribe(path):
    model = whisper.load_model("base", device="cuda")
    return model.transcribe(path)["text"]


if __name__ == "__main__":
    print(transcribe("/data/a.wav"))
    with Pool(2) as pool:  # error: FG103
        print(pool.map(transcribe, ["/data/b.wav", "/data/c.wav"]))
0 +4:3.12
9:near-miss40:The same loader told to stay on the CPU.328:from multiprocessing import Pool

import whisper


def transcribe(path):
    model = whisper.load_model("base", device="cpu")
    return model.transcribe(path)["text"]


if __name__ == "__main__":
    print(transcribe("/data/a.wav"))
    with Pool(2) as pool:
        print(pool.map(transcribe, ["/data/b.wav", "/data/c.wav"]))
0 +4:3.12
9:near-miss131:The parent counts the devices, which it asks of NVML, and seeds them, which waits until there is CUDA; only the children set it up.429:from multiprocessing import Process

import torch


def work(rank):
    torch.cuda.set_device(rank)
    print(torch.rand(4, device="cuda").sum())


def main():
    torch.cuda.manual_seed_all(7)
    workers = [Process(target=work, args=(rank,)) for rank in range(torch.cuda.device_count())]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 1 23:torch.cuda.is_available0 0 2 21:CUDA_VISIBLE_DEVICES=23:CUDA_VISIBLE_DEVICES=-10 0 0 0 -0 0 0 0 0 0 -0 ---3 
24:torch.set_default_device6:device1 6:device--
29:torch.set_default_tensor_type6:device1 1:t+1:t6 11:torch.cuda.+4:cuda
14:torch.device()6:device1 4:type--
17:torch-cuda-values23:a PyTorch value on CUDA5:FG1036:python5 5:torch11:torchvision12:transformers21:sentence_transformers7:whisper1 5:torch6:handle-++-46 
12:torch.*.cuda6:method0 ---0 -+
10:torch.*.to6:method1 6:device+6:device6 4:cuda--0 -+
18:torchvision.*.cuda6:method0 ---0 -+
16:torchvision.*.to6:method1 6:device+6:device6 4:cuda--0 -+
19:transformers.*.cuda6:method0 ---0 -+
17:transformers.*.to6:method1 6:device+6:device6 4:cuda--0 -+
26:sentence_transformers.*.to6:method1 6:device+6:device6 4:cuda--0 -+
12:torch.tensor8:function0 +6:device6 4:cuda--0 --
15:torch.as_tensor8:function0 +6:device6 4:cuda--0 --
11:torch.zeros8:function0 +6:device6 4:cuda--0 --
10:torch.ones8:function0 +6:device6 4:cuda--0 --
11:torch.empty8:function0 +6:device6 4:cuda--0 --
10:torch.full8:function0 +6:device6 4:cuda--0 --
9:torch.eye8:function0 +6:device6 4:cuda--0 --
12:torch.arange8:function0 +6:device6 4:cuda--0 --
14:torch.linspace8:function0 +6:device6 4:cuda--0 --
10:torch.rand8:function0 +6:device6 4:cuda--0 --
11:torch.randn8:function0 +6:device6 4:cuda--0 --
13:torch.randint8:function0 +6:device6 4:cuda--0 --
14:torch.randperm8:function0 +6:device6 4:cuda--0 --
16:torch.zeros_like8:function0 +6:device6 4:cuda--0 --
15:torch.ones_like8:function0 +6:device6 4:cuda--0 --
16:torch.randn_like8:function0 +6:device6 4:cuda--0 --
10:torch.load8:function2 1:f12:map_location+12:map_location6 4:cuda--0 --
14:torch.jit.load8:function2 1:f12:map_location+12:map_location6 4:cuda--0 --
41:sentence_transformers.SentenceTransformer11:constructor3 18:model_name_or_path7:modules6:device+6:device6 4:cuda--0 --
34:sentence_transformers.CrossEncoder11:constructor0 +6:device6 4:cuda--0 --
21:transformers.pipeline8:function0 +6:device5 3 1:0--0 --
21:transformers.pipeline8:function0 +6:device6 4:cuda--0 --
21:transformers.pipeline8:function0 +6:device5 3 1:1--0 --
21:transformers.pipeline8:function0 +10:device_map6 4:cuda--0 --
21:transformers.pipeline8:function0 +10:device_map5 2 4:auto--0 --
30:transformers.*.from_pretrained6:method0 +10:device_map5 2 4:auto--0 -+
30:transformers.*.from_pretrained6:method0 +10:device_map6 4:cuda--0 -+
18:whisper.load_model8:function2 4:name6:device+6:device6 4:cuda--0 --
22:torch.cuda.FloatTensor8:function0 ---0 -+
23:torch.cuda.DoubleTensor8:function0 ---0 -+
21:torch.cuda.HalfTensor8:function0 ---0 -+
25:torch.cuda.BFloat16Tensor8:function0 ---0 -+
21:torch.cuda.LongTensor8:function0 ---0 -+
20:torch.cuda.IntTensor8:function0 ---0 -+
22:torch.cuda.ShortTensor8:function0 ---0 -+
21:torch.cuda.ByteTensor8:function0 ---0 -+
21:torch.cuda.BoolTensor8:function0 ---0 -+
21:torch.cuda.CharTensor8:function0 ---0 -+
12:torch.*.type6:method1 5:dtype+5:dtype6 11:torch.cuda.--0 -+19 
7:torch.*6:method0 ---0 --
13:torchvision.*6:method0 ---0 --
14:transformers.*6:method0 ---0 --
23:sentence_transformers.*6:method0 ---0 --
9:whisper.*6:method0 ---0 --
12:torch.matmul8:function2 5:input5:other--+5:input0 --
8:torch.mm8:function2 5:input4:mat2--+5:input0 --
9:torch.add8:function2 5:input5:other--+5:input0 --
9:torch.mul8:function2 5:input5:other--+5:input0 --
9:torch.sum8:function1 5:input--+5:input0 --
10:torch.mean8:function1 5:input--+5:input0 --
12:torch.argmax8:function1 5:input--+5:input0 --
9:torch.max8:function1 5:input--+5:input0 --
13:torch.softmax8:function1 5:input--+5:input0 --
13:torch.sigmoid8:function1 5:input--+5:input0 --
10:torch.norm8:function1 5:input--+5:input0 --
10:torch.topk8:function1 5:input--+5:input0 --
11:torch.clone8:function1 5:input--+5:input0 --
11:torch.where8:function1 9:condition--+9:condition0 --28 12:torch.*.size11:torch.*.dim18:torch.*.ndimension13:torch.*.numel14:torch.*.stride15:torch.*.__len__18:torch.*.get_device12:torch.*.type25:torch.*.is_floating_point12:torch.*.eval13:torch.*.train22:torch.*.requires_grad_18:torch.*.parameters24:torch.*.named_parameters15:torch.*.modules21:torch.*.named_modules16:torch.*.children20:torch.*.share_memory21:torch.*.share_memory_23:torch.*.register_buffer29:torch.*.register_forward_hook19:transformers.*.eval20:transformers.*.train25:transformers.*.parameters23:transformers.*.config.*26:transformers.*.tokenizer.*35:sentence_transformers.*.tokenizer.*28:sentence_transformers.*.eval4 19:torch.nn.Module.cpu34:transformers.PreTrainedModel().cpu32:torchvision.models.Network().cpu28:torch.jit.ScriptModule().cpu0 0 1 
0:5:error112:dies of `RuntimeError: Cannot re-initialize CUDA in forked subprocess`, or of `CUDA error: initialization error`-0 -0 0 63:lies on the GPU, in a CUDA context that does not survive a fork193:Start the workers with the `spawn` or `forkserver` method, load the model in the child, in its initializer or at its first use; or keep it, and what a data set holds, on the CPU until the fork.-128:A spawned worker imports torch again, some seconds, and sets up a CUDA context of its own, some hundred megabytes of GPU memory.5 87:https://docs.pytorch.org/docs/stable/notes/multiprocessing.html#cuda-in-multiprocessing46:https://github.com/pytorch/pytorch/issues/437747:https://github.com/pytorch/pytorch/issues/6886148:https://github.com/pytorch/pytorch/issues/12849747:https://github.com/benoitc/gunicorn/issues/31766 
3:bad86:The model is loaded on the GPU when the pool forks, and every worker computes with it.262:from multiprocessing import Pool

import torch

model = torch.nn.Linear(3, 4).cuda()


def run(row):
    return model(row).cpu()


if __name__ == "__main__":
    with Pool(2) as pool:  # error: FG103
        print(pool.map(run, [torch.ones(3), torch.zeros(3)]))
0 +4:3.12
4:good29:Every worker loads the model.312:from multiprocessing import Pool

import torch

model = None


def load():
    global model
    model = torch.nn.Linear(3, 4).cuda()


def run(row):
    return model(row).cpu()


if __name__ == "__main__":
    with Pool(2, initializer=load) as pool:
        print(pool.map(run, [torch.ones(3), torch.zeros(3)]))
0 +4:3.12
9:near-miss72:What the workers are given was computed on the GPU, and lies on the CPU.288:from multiprocessing import Pool

import torch

model = torch.nn.Linear(3, 4).cuda()
rows = model(torch.ones(100, 3).cuda()).detach().cpu()


def mean(number):
    return rows[number].mean()


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(mean, range(100)))
0 +4:3.12
3:bad68:The data set holds a tensor on the GPU, and every worker indexes it.369:import torch
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, rows):
        self.rows = rows.to("cuda")

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        return self.rows[index]


for row in DataLoader(Rows(torch.ones(100, 3)), num_workers=2):  # error: FG103
    print(row)
0 +4:3.12
3:bad70:A function of PyTorch's computes with the inherited tensor on the GPU.251:from multiprocessing import Process

import torch

weights = torch.ones(3).cuda()


def work():
    print(torch.add(weights, weights))


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()  # error: FG103
    worker.join()
0 +4:3.12
9:near-miss55:The tensor was brought back to the CPU before the fork.241:from multiprocessing import Process

import torch

weights = torch.ones(3).cuda().cpu()


def work():
    print(torch.add(weights, weights))


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
0 +4:3.12+10:torch-cuda0 0 0 0 0 2 21:CUDA_VISIBLE_DEVICES=23:CUDA_VISIBLE_DEVICES=-10 10 11:torch.*.cpu10:torch.*.to13:torch.*.numpy12:torch.*.item14:torch.*.tolist18:transformers.*.cpu17:transformers.*.to20:transformers.*.numpy30:sentence_transformers.*.encode20:whisper.*.transcribe0 2 4:cuda17:torch.Tensor.cuda2:to15:torch.Tensor.to-0 0 0 0 0 0 -0 --+0 
4:umap20:UMAP and PyNNDescent5:FG1026:python2 4:umap11:pynndescent2 10:umap-learn11:pynndescent7:process-++-4 
13:umap.UMAP.fit6:method0 ---0 --
23:umap.UMAP.fit_transform6:method0 ---0 --
19:umap.UMAP.transform6:method0 ---0 --
21:pynndescent.NNDescent11:constructor0 ---0 --0 0 0 1 15:umap.umap_.UMAP9:umap.UMAP1 13:umap.UMAP.fit9:umap.UMAP1 
0:5:error91:is ended by Numba with `Terminating: fork() called from a process already using GNU OpenMP`-0 +6:signal0 1 83:Terminating: fork() called from a process already using GNU OpenMP, this is unsafe.138:runs functions that Numba made parallel, by default on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent206:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children; or choose Numba's `workqueue` layer, `NUMBA_THREADING_LAYER=workqueue`, which was measured to bear a fork.-83:A spawned worker imports its modules again, and what it is given must be picklable.2 64:https://numba.readthedocs.io/en/stable/user/threading-layer.html47:https://github.com/yezhengSTAT/scVI-3D/issues/93 
3:bad88:The parent's UMAP starts OpenMP's threads, and Numba ends the child that would use them.332:from multiprocessing import Process

import numpy as np
import umap


def work():
    points = np.random.rand(300, 8)
    print(umap.UMAP(n_epochs=20).fit_transform(points).shape)


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.341:from multiprocessing import get_context

import numpy as np
import umap


def work():
    points = np.random.rand(300, 8)
    print(umap.UMAP(n_epochs=20).fit_transform(points).shape)


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.305:from multiprocessing import Process

import numpy as np
import umap


def work():
    points = np.random.rand(300, 8)
    print(umap.UMAP(n_epochs=20).fit_transform(points).shape)


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:urllib314:a urllib3 pool5:FG1046:python1 7:urllib31 7:urllib36:handle-++-4 
27:urllib3.PoolManager.request6:method0 ---0 --
27:urllib3.PoolManager.urlopen6:method0 ---0 --
34:urllib3.HTTPConnectionPool.request6:method0 ---0 --
34:urllib3.HTTPConnectionPool.urlopen6:method0 ---0 --4 
27:urllib3.PoolManager.request6:method0 ---0 --
27:urllib3.PoolManager.urlopen6:method0 ---0 --
34:urllib3.HTTPConnectionPool.request6:method0 ---0 --
34:urllib3.HTTPConnectionPool.urlopen6:method0 ---0 --0 4 25:urllib3.PoolManager.clear28:urllib3.PoolManager.__exit__32:urllib3.HTTPConnectionPool.close35:urllib3.HTTPConnectionPool.__exit__7 27:urllib3.HTTPSConnectionPool26:urllib3.HTTPConnectionPool20:urllib3.ProxyManager19:urllib3.PoolManager41:urllib3.connectionpool.HTTPConnectionPool26:urllib3.HTTPConnectionPool42:urllib3.connectionpool.HTTPSConnectionPool26:urllib3.HTTPConnectionPool31:urllib3.poolmanager.PoolManager19:urllib3.PoolManager32:urllib3.poolmanager.ProxyManager19:urllib3.PoolManager22:urllib3.proxy_from_url19:urllib3.PoolManager3 26:urllib3.HTTPConnectionPool26:urllib3.HTTPConnectionPool19:urllib3.PoolManager19:urllib3.PoolManager27:urllib3.connection_from_url26:urllib3.HTTPConnectionPool1 
0:9:uncertain124:may read the answer to another process's request, or wait for ever for its own, where two of them use the connection at once-0 -0 0 87:keeps open sockets for the next request, and a fork hands the same sockets to the child114:Make the pool in the child, in the worker's function or in its initializer; or call its `clear()` before the fork.-32:One connection for each process.1 43:https://github.com/psf/requests/issues/19063 
3:bad120:The parent's request leaves an open connection in the pool, and the four workers send their requests through it at once.313:from multiprocessing import Pool

import urllib3

http = urllib3.PoolManager()


def fetch(number):
    return http.request("GET", f"https://example.org/items/{number}").data


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:  # warning: FG104
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
4:good35:Every call makes a pool of its own.328:from multiprocessing import Pool

import urllib3

http = urllib3.PoolManager()


def fetch(number):
    http = urllib3.PoolManager()
    return http.request("GET", f"https://example.org/items/{number}").data


if __name__ == "__main__":
    print(fetch(1))
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12
9:near-miss81:The parent has sent nothing before the fork, so there is no open socket to share.275:from multiprocessing import Pool

import urllib3

http = urllib3.PoolManager()


def fetch(number):
    return http.request("GET", f"https://example.org/items/{number}").data


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(fetch, range(2, 10)))
0 +4:3.12-0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 -+-0 
10:urlsession10:URLSession5:FG1025:swift2 20:FoundationNetworking10:Foundation1 25:swift-corelibs-foundation7:process-++-5 
32:Foundation.URLSessionTask.resume6:method0 ---0 --
26:Foundation.URLSession.data6:method0 ---0 --
33:Foundation.URLSession.shared.data8:function0 ---0 --
30:Foundation.URLSession.download6:method0 ---0 --
28:Foundation.URLSession.upload6:method0 ---0 --0 0 0 4 29:Foundation.URLSessionDataTask25:Foundation.URLSessionTask31:FoundationNetworking.URLSession21:Foundation.URLSession39:FoundationNetworking.URLSessionDataTask25:Foundation.URLSessionTask35:FoundationNetworking.URLSessionTask25:Foundation.URLSessionTask11 21:Foundation.URLSession21:Foundation.URLSession30:Foundation.URLSession.dataTask25:Foundation.URLSessionTask34:Foundation.URLSession.downloadTask25:Foundation.URLSessionTask37:Foundation.URLSession.shared.dataTask25:Foundation.URLSessionTask41:Foundation.URLSession.shared.downloadTask25:Foundation.URLSessionTask39:Foundation.URLSession.shared.streamTask25:Foundation.URLSessionTask39:Foundation.URLSession.shared.uploadTask25:Foundation.URLSessionTask42:Foundation.URLSession.shared.webSocketTask25:Foundation.URLSessionTask32:Foundation.URLSession.streamTask25:Foundation.URLSessionTask32:Foundation.URLSession.uploadTask25:Foundation.URLSessionTask35:Foundation.URLSession.webSocketTask25:Foundation.URLSessionTask1 
0:4:hang59:waits for ever for an answer, be it by a session of its own-0 -0 0 92:loads with one thread and queues of the process, and a fork leaves them behind in the parent125:Fork before the library is first used, or run the child's work as another program with `posix_spawn` or `Foundation.Process`.-78:A program that is started reads what it needs from its arguments or its input.1 121:https://github.com/swiftlang/swift-corelibs-foundation/blob/main/Sources/FoundationNetworking/URLSession/URLSession.swift3 
3:bad83:The parent's request started the loading thread; the child's request is never sent.472:import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

func load(_ address: String) {
    let done = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: URL(string: address)!) { data, _, _ in
        print(data?.count ?? 0)
        done.signal()
    }
    task.resume()
    done.wait()
}

load("https://example.com")
if fork() == 0 {  // error: FG102
    load("https://example.com/child")
    exit(0)
}
wait(nil)
0 -
4:good41:The child forks before the first request.455:import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

func load(_ address: String) {
    let done = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: URL(string: address)!) { data, _, _ in
        print(data?.count ?? 0)
        done.signal()
    }
    task.resume()
    done.wait()
}

if fork() == 0 {
    load("https://example.com/child")
    exit(0)
}
load("https://example.com")
wait(nil)
0 -
9:near-miss57:A child that loads nothing inherits nothing that it uses.436:import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

func load(_ address: String) {
    let done = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: URL(string: address)!) { data, _, _ in
        print(data?.count ?? 0)
        done.signal()
    }
    task.resume()
    done.wait()
}

load("https://example.com")
if fork() == 0 {
    print("child")
    exit(0)
}
wait(nil)
0 -+15:dispatch-events0 0 0 0 0 0 0 0 0 0 -0 0 0 0 0 0 -0 ---0 
7:xgboost7:XGBoost5:FG1026:python1 7:xgboost2 7:xgboost11:xgboost-cpu7:process-+--24 
13:xgboost.train8:function1 6:params---2 
14:params.nthread3 3 1:1
13:params.n_jobs3 3 1:1--
10:xgboost.cv8:function1 6:params---2 
14:params.nthread3 3 1:1
13:params.n_jobs3 3 1:1--
25:xgboost.XGBClassifier.fit6:method0 +6:n_jobs4 3 1:1--0 --
29:xgboost.XGBClassifier.predict6:method0 +6:n_jobs4 3 1:1--0 --
24:xgboost.XGBRegressor.fit6:method0 +6:n_jobs4 3 1:1--0 --
28:xgboost.XGBRegressor.predict6:method0 +6:n_jobs4 3 1:1--0 --
21:xgboost.XGBRanker.fit6:method0 +6:n_jobs4 3 1:1--0 --
25:xgboost.XGBRanker.predict6:method0 +6:n_jobs4 3 1:1--0 --
23:xgboost.Booster.predict6:method0 ---0 --
27:xgboost.XGBClassifier.score6:method0 +6:n_jobs4 3 1:1--0 --
27:xgboost.XGBClassifier.apply6:method0 +6:n_jobs4 3 1:1--0 --
32:xgboost.XGBClassifier.load_model6:method0 +6:n_jobs4 3 1:1--0 --
35:xgboost.XGBClassifier.predict_proba6:method0 +6:n_jobs4 3 1:1--0 --
26:xgboost.XGBRegressor.score6:method0 +6:n_jobs4 3 1:1--0 --
26:xgboost.XGBRegressor.apply6:method0 +6:n_jobs4 3 1:1--0 --
31:xgboost.XGBRegressor.load_model6:method0 +6:n_jobs4 3 1:1--0 --
23:xgboost.XGBRanker.score6:method0 +6:n_jobs4 3 1:1--0 --
23:xgboost.XGBRanker.apply6:method0 +6:n_jobs4 3 1:1--0 --
28:xgboost.XGBRanker.load_model6:method0 +6:n_jobs4 3 1:1--0 --
31:xgboost.Booster.inplace_predict6:method0 ---0 --
22:xgboost.Booster.update6:method0 ---0 --
26:xgboost.Booster.load_model6:method0 ---0 --
15:xgboost.DMatrix11:constructor0 ---1 
7:nthread3 3 1:1--
23:xgboost.QuantileDMatrix11:constructor0 ---1 
7:nthread3 3 1:1--0 0 0 9 23:xgboost.XGBRFClassifier21:xgboost.XGBClassifier22:xgboost.XGBRFRegressor20:xgboost.XGBRegressor20:xgboost.core.Booster15:xgboost.Booster20:xgboost.core.DMatrix15:xgboost.DMatrix29:xgboost.sklearn.XGBClassifier21:xgboost.XGBClassifier31:xgboost.sklearn.XGBRFClassifier21:xgboost.XGBClassifier30:xgboost.sklearn.XGBRFRegressor20:xgboost.XGBRegressor25:xgboost.sklearn.XGBRanker17:xgboost.XGBRanker28:xgboost.sklearn.XGBRegressor20:xgboost.XGBRegressor8 15:xgboost.Booster15:xgboost.Booster21:xgboost.XGBClassifier21:xgboost.XGBClassifier25:xgboost.XGBClassifier.fit21:xgboost.XGBClassifier17:xgboost.XGBRanker17:xgboost.XGBRanker21:xgboost.XGBRanker.fit17:xgboost.XGBRanker20:xgboost.XGBRegressor20:xgboost.XGBRegressor24:xgboost.XGBRegressor.fit20:xgboost.XGBRegressor13:xgboost.train15:xgboost.Booster1 
0:4:hang20:hangs without a word-0 -0 0 101:runs its loops on GNU OpenMP, whose threads belong to the whole process and stay behind in the parent99:Start the workers with the `spawn` or `forkserver` method, or use the library only in the children.-83:A spawned worker imports its modules again, and what it is given must be picklable.3 43:https://github.com/dmlc/xgboost/issues/704443:https://github.com/dmlc/xgboost/issues/661743:https://github.com/dmlc/xgboost/issues/80403 
3:bad92:The parent starts the threads, and the forked child waits for threads that it does not have.369:from multiprocessing import Process

import numpy as np
import xgboost as xgb


def work():
    data = xgb.DMatrix(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(xgb.train({"max_depth": 3}, data, 10))


def main():
    work()
    worker = Process(target=work)
    worker.start()  # error: FG102
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:The spawned worker starts the library afresh.378:from multiprocessing import get_context

import numpy as np
import xgboost as xgb


def work():
    data = xgb.DMatrix(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(xgb.train({"max_depth": 3}, data, 10))


def main():
    work()
    worker = get_context("spawn").Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss32:Only the child uses the library.342:from multiprocessing import Process

import numpy as np
import xgboost as xgb


def work():
    data = xgb.DMatrix(np.random.rand(1000, 8), label=np.random.rand(1000))
    print(xgb.train({"max_depth": 3}, data, 10))


def main():
    worker = Process(target=work)
    worker.start()
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12-0 0 0 0 0 1 17:OMP_NUM_THREADS=10 0 0 0 +0 0 1 31:threadpoolctl.threadpool_limits0 0 0 -0 ---0 633 
14:Android.daemon5:swift4:fork2 7:nochdir7:noclose0 +7:noclose2 3 2:-11 4:call0 0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 ---
12:Android.fork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
15:Android.forkpty5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:Android.vfork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:Darwin.daemon5:swift4:fork2 7:nochdir7:noclose0 +7:noclose2 3 2:-11 4:call0 0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 ---
11:Darwin.fork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:Darwin.forkpty5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:Darwin.vfork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:Dispatch.DispatchGroup.notify5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:Dispatch.DispatchQueue.async5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:Dispatch.DispatchQueue.asyncAfter5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:Dispatch.DispatchQueue.asyncAndWait5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
40:Dispatch.DispatchQueue.concurrentPerform5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:Dispatch.DispatchQueue.main.async5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
38:Dispatch.DispatchQueue.main.asyncAfter5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
40:Dispatch.DispatchQueue.main.asyncAndWait5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:Dispatch.DispatchQueue.main.sync5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:Dispatch.DispatchQueue.sync5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
46:Dispatch.DispatchSource.Timer.setCancelHandler5:swift10:in-process1 7:handler0 -1 4:call0 1 
7:handler--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
45:Dispatch.DispatchSource.Timer.setEventHandler5:swift10:in-process1 7:handler0 -1 4:call0 1 
7:handler--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
52:Dispatch.DispatchSource.Timer.setRegistrationHandler5:swift10:in-process1 7:handler0 -1 4:call0 1 
7:handler--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:Dispatch.GlobalQueue.async5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:Dispatch.GlobalQueue.asyncAfter5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:Dispatch.GlobalQueue.asyncAndWait5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:Dispatch.GlobalQueue.sync5:swift10:in-process1 7:execute0 -1 4:call0 1 
7:execute--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
41:Foundation.OperationQueue.addBarrierBlock5:swift10:in-process1 5:block0 -1 4:call0 1 
5:block--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
38:Foundation.OperationQueue.addOperation5:swift10:in-process1 5:block0 -1 4:call0 1 
5:block--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:Foundation.Thread5:swift10:in-process1 5:block0 -1 5:start0 2 
5:block--0 
9:self.main--0 0 1 5:start-6:object--0 -1 6:cancel0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:Foundation.Thread.detachNewThread5:swift10:in-process1 5:block0 -1 4:call0 1 
5:block--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 --+--0 ---
17:Foundation.daemon5:swift4:fork2 7:nochdir7:noclose0 +7:noclose2 3 2:-11 4:call0 0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 ---
15:Foundation.fork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:Foundation.forkpty5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:Glibc.clone5:swift4:fork4 2:fn5:stack5:flags3:arg0 +5:flags2 3 2:-11 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 ---+-0 ---
12:Glibc.clone35:swift4:fork2 7:cl_args4:size0 +4:size2 3 2:-11 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 ---+-0 ---
12:Glibc.daemon5:swift4:fork2 7:nochdir7:noclose0 +7:noclose2 3 2:-11 4:call0 0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 ---
10:Glibc.fork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:Glibc.forkpty5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:Glibc.syscall.clone5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 ---+-0 ---
20:Glibc.syscall.clone35:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 ---+-0 ---
18:Glibc.syscall.fork5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:Glibc.syscall.vfork5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:Glibc.vfork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:Musl.daemon5:swift4:fork2 7:nochdir7:noclose0 +7:noclose2 3 2:-11 4:call0 0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 ---
9:Musl.fork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:Musl.forkpty5:swift4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:Musl.vfork5:swift4:fork1 8:argument0 +8:argument1 1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:PyQt5.QtCore.QThread6:python10:in-process0 0 -1 5:start0 1 
8:self.run--0 0 1 5:start-6:object--0 -1 4:wait0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:PyQt6.QtCore.QThread6:python10:in-process0 0 -1 5:start0 1 
8:self.run--0 0 1 5:start-6:object--0 -1 4:wait0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:PySide2.QtCore.QThread6:python10:in-process0 0 -1 5:start0 1 
8:self.run--0 0 1 5:start-6:object--0 -1 4:wait0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:PySide6.QtCore.QThread6:python10:in-process0 0 -1 5:start0 1 
8:self.run--0 0 1 5:start-6:object--0 -1 4:wait0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:Swift.Task5:swift10:in-process1 9:operation0 -1 4:call0 1 
9:operation--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:Swift.Task.detached5:swift10:in-process1 9:operation0 -1 4:call0 1 
9:operation--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:Swift.Task.immediate5:swift10:in-process1 9:operation0 -1 4:call0 1 
9:operation--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:Swift.withDiscardingTaskGroup5:swift10:in-process1 4:body0 -1 4:call0 1 
4:body--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:Swift.withTaskGroup5:swift10:in-process1 4:body0 -1 4:call0 1 
4:body--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:Swift.withThrowingDiscardingTaskGroup5:swift10:in-process1 4:body0 -1 4:call0 1 
4:body--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:Swift.withThrowingTaskGroup5:swift10:in-process1 4:body0 -1 4:call0 1 
4:body--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:_thread.start_new_thread6:python10:in-process3 8:function4:args6:kwargs0 -1 4:call0 1 
8:function--1 +4:args+6:kwargs0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -+---0 ---
12:absl.app.run6:python10:in-process1 4:main0 -1 4:call0 1 
4:main--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:accelerate.debug_launcher6:python4:fork3 8:function4:args13:num_processes0 -1 4:call0 1 
8:function--1 +4:args-0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+64:start the training as a program of its own (`accelerate launch`)+38:in the function that the processes run
35:accelerate.launchers.debug_launcher6:python4:fork3 8:function4:args13:num_processes0 -1 4:call0 1 
8:function--1 +4:args-0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+64:start the training as a program of its own (`accelerate launch`)+38:in the function that the processes run
38:accelerate.launchers.notebook_launcher6:python4:fork3 8:function4:args13:num_processes1 13:num_processes0 +13:num_processes2 3 1:11 4:call0 1 
8:function--1 +4:args-0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+64:start the training as a program of its own (`accelerate launch`)+38:in the function that the processes run
28:accelerate.notebook_launcher6:python4:fork3 8:function4:args13:num_processes1 13:num_processes0 +13:num_processes2 3 1:11 4:call0 1 
8:function--1 +4:args-0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+64:start the training as a program of its own (`accelerate launch`)+38:in the function that the processes run
38:aiohttp.web.Application.router.add_get6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
39:aiohttp.web.Application.router.add_post6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
40:aiohttp.web.Application.router.add_route6:python10:in-process3 6:method4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
34:aiohttp.web.RouteTableDef.delete()6:python10:in-process1 7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
31:aiohttp.web.RouteTableDef.get()6:python10:in-process1 7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
32:aiohttp.web.RouteTableDef.post()6:python10:in-process1 7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
31:aiohttp.web.RouteTableDef.put()6:python10:in-process1 7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
18:aiohttp.web.delete6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
15:aiohttp.web.get6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
17:aiohttp.web.patch6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
16:aiohttp.web.post6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
15:aiohttp.web.put6:python10:in-process2 4:path7:handler0 -1 4:call0 1 
7:handler--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:aiohttp.web.run_app0 -0 0 -0 +----0 ---
21:aioprocessing.AioPool6:python4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 15:multiprocessing+7:context1 
11:initializer--1 +8:initargs-11 
10:coro_apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
8:coro_map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
12:coro_starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:aioprocessing.AioProcess6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing+7:context1 
6:target--1 +4:args+6:kwargs0 1 5:start-6:object-+47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
31:anyio.create_task_group().start6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:anyio.create_task_group().start_soon6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:anyio.from_thread.run_sync6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:anyio.open_process6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:anyio.run6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:anyio.run_process6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:anyio.to_process.run_sync6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:anyio.to_thread.run_sync6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:apscheduler.*.add_job6:python10:in-process4 4:func7:trigger4:args6:kwargs0 -1 4:call0 1 
4:func--1 +4:args+6:kwargs0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:apscheduler.*.start0 -0 0 -0 -----0 ---
29:apscheduler.*.scheduled_job()6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 19:apscheduler.*.start0 -0 0 -0 -----0 ---
33:asyncio.AbstractEventLoop.call_at6:python10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:asyncio.AbstractEventLoop.call_later6:python10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:asyncio.AbstractEventLoop.call_soon6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
46:asyncio.AbstractEventLoop.call_soon_threadsafe6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:asyncio.AbstractEventLoop.create_task6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
41:asyncio.AbstractEventLoop.run_in_executor6:python10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 +8:executor0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
44:asyncio.AbstractEventLoop.run_until_complete6:python10:in-process1 6:future0 -1 4:call0 1 
6:future--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:asyncio.Runner.run6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:asyncio.TaskGroup.create_task6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:asyncio.create_subprocess_exec6:python4:fork1 7:program1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
31:asyncio.create_subprocess_shell6:python4:fork1 3:cmd1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
19:asyncio.create_task6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
39:asyncio.create_task().add_done_callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:asyncio.ensure_future6:python10:in-process1 14:coro_or_future0 -1 4:call0 1 
14:coro_or_future--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
41:asyncio.ensure_future().add_done_callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:asyncio.gather6:python10:in-process8 5:coro15:coro25:coro35:coro45:coro55:coro65:coro75:coro80 -1 4:call0 8 
5:coro1--0 
5:coro2--0 
5:coro3--0 
5:coro4--0 
5:coro5--0 
5:coro6--0 
5:coro7--0 
5:coro8--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:asyncio.get_event_loop().call_at6:python10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:asyncio.get_event_loop().call_later6:python10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:asyncio.get_event_loop().call_soon6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
45:asyncio.get_event_loop().call_soon_threadsafe6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:asyncio.get_event_loop().create_task6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
40:asyncio.get_event_loop().run_in_executor6:python10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 +8:executor0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
43:asyncio.get_event_loop().run_until_complete6:python10:in-process1 6:future0 -1 4:call0 1 
6:future--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:asyncio.get_running_loop().call_at6:python10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:asyncio.get_running_loop().call_later6:python10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:asyncio.get_running_loop().call_soon6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
47:asyncio.get_running_loop().call_soon_threadsafe6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
38:asyncio.get_running_loop().create_task6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
42:asyncio.get_running_loop().run_in_executor6:python10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 +8:executor0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
45:asyncio.get_running_loop().run_until_complete6:python10:in-process1 6:future0 -1 4:call0 1 
6:future--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:asyncio.new_event_loop().call_at6:python10:in-process2 4:when8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:asyncio.new_event_loop().call_later6:python10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:asyncio.new_event_loop().call_soon6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
45:asyncio.new_event_loop().call_soon_threadsafe6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:asyncio.new_event_loop().create_task6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
40:asyncio.new_event_loop().run_in_executor6:python10:in-process2 8:executor4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 +8:executor0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
43:asyncio.new_event_loop().run_until_complete6:python10:in-process1 6:future0 -1 4:call0 1 
6:future--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:asyncio.run6:python10:in-process1 4:main0 -1 4:call0 1 
4:main--0 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:asyncio.run_coroutine_threadsafe6:python10:in-process1 4:coro0 -1 4:call0 1 
4:coro--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:asyncio.shield6:python10:in-process1 3:arg0 -1 4:call0 1 
3:arg--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:asyncio.start_server6:python10:in-process1 19:client_connected_cb0 -1 4:call0 1 
19:client_connected_cb--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:asyncio.start_unix_server6:python10:in-process1 19:client_connected_cb0 -1 4:call0 1 
19:client_connected_cb--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:asyncio.to_thread6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:asyncio.wait_for6:python10:in-process1 3:fut0 -1 4:call0 1 
3:fut--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:billiard.Manager6:python4:fork0 0 -1 4:call1 8:billiard-0 0 0 -6:object-+42:billiard.get_context("{method}").Manager()0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:billiard.Pool6:python4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 8:billiard-1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++37:billiard.get_context("{method}").Pool0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:billiard.Process6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 8:billiard-2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+40:billiard.get_context("{method}").Process0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
28:billiard.context.ForkProcess6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+40:billiard.get_context("{method}").Process0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
34:billiard.context.ForkServerProcess6:python9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:billiard.context.Process6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 8:billiard-2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+40:billiard.get_context("{method}").Process0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
29:billiard.context.SpawnProcess6:python9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:billiard.dummy.Pool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:billiard.pool.Pool6:python4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 8:billiard+7:context1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++40:context=billiard.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:billiard.pool.ThreadPool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:bottle.Bottle.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 17:bottle.Bottle.run10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
19:bottle.Bottle.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 17:bottle.Bottle.run10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:bottle.Bottle.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 17:bottle.Bottle.run10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
20:bottle.Bottle.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 17:bottle.Bottle.run10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
19:bottle.Bottle.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 17:bottle.Bottle.run10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:bottle.Bottle.route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 17:bottle.Bottle.run10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
15:bottle.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
12:bottle.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
13:bottle.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
12:bottle.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
14:bottle.route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 10:bottle.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
15:builtins.filter6:python10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:builtins.map6:python10:in-process5 8:function8:iterable9:iterable29:iterable39:iterable40 -1 4:call0 1 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:builtins.max6:python10:in-process1 8:iterable0 -1 4:call0 1 
3:key--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:builtins.min6:python10:in-process1 8:iterable0 -1 4:call0 1 
3:key--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
15:builtins.sorted6:python10:in-process1 8:iterable0 -1 4:call0 1 
3:key--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:celery.Celery6:python4:fork1 4:main0 -1 6:config1 8:billiard-0 0 0 -6:object-+69:celery worker --pool=threads (or solo, or gevent) in place of prefork0 -0 10 18:celery.Celery.task18:celery.shared_task22:celery.app.shared_task34:celery.signals.task_prerun.connect35:celery.signals.task_postrun.connect35:celery.signals.task_success.connect35:celery.signals.task_failure.connect33:celery.signals.task_retry.connect42:celery.signals.task_internal_error.connect46:celery.signals.worker_process_shutdown.connect2 42:celery.signals.worker_process_init.connect46:celery.signals.worker_process_init.connect_via-0 0 0 ---0 5 19:worker_pool=threads16:worker_pool=solo18:worker_pool=gevent20:worker_pool=eventlet22:task_always_eager=True0 0 -0 0 -5 11:celery.Task20:celery.app.task.Task16:celery.task.Task21:celery.task.base.Task18:celery.Celery.Task1 3:run+6 34:celery.signals.worker_init.connect35:celery.signals.celeryd_init.connect42:celery.signals.celeryd_after_setup.connect34:celery.Celery.on_configure.connect40:celery.Celery.on_after_configure.connect39:celery.Celery.on_after_finalize.connect-----0 +6:celery-0 -1 6:worker3 
4:pool1 
4:pool3 2 7:prefork
4:pool3 2 9:processes0 1 3:app0 0 8 4:beat6:events1:B1:E14:without-gossip14:without-mingle17:without-heartbeat6:detach8 1:A3:app1:B4:beat1:E6:events1:P4:pool1:Q6:queues1:c11:concurrency1:l8:loglevel1:n8:hostname2 25:celery.Celery.worker_main19:celery.Celery.start+31:let Celery's workers be threads+53:in the task, or in a handler of `worker_process_init`
20:click.Context.invoke6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:click.testing.CliRunner().invoke6:python10:in-process1 3:cli0 -1 4:call0 1 
3:cli--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
38:concurrent.futures.ProcessPoolExecutor6:python4:fork4 11:max_workers10:mp_context11:initializer8:initargs0 -1 12:first_submit1 15:multiprocessing+10:mp_context1 
11:initializer--1 +8:initargs-2 
6:submit1 2:fn1 
2:fn--4 0 -
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn--2 4 8:iterable9:iterable29:iterable39:iterable40 -0 -6:object++50:mp_context=multiprocessing.get_context("{method}")1 
2 
19:max_tasks_per_child0 
10:mp_context1 5:spawn-0 0 0 -0 0 2 5:panic41:the caller gets a `PicklingError` instead6:signal35:the caller gets `BrokenProcessPool`---0 0 0 0 -0 0 -0 0 -0 -----0 ---
65:concurrent.futures.ProcessPoolExecutor.submit().add_done_callback6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:concurrent.futures.ThreadPoolExecutor6:python10:in-process4 11:max_workers18:thread_name_prefix11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-2 
6:submit1 2:fn1 
2:fn--4 0 -
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn--2 4 8:iterable9:iterable29:iterable39:iterable40 -0 -6:object--0 -2 8:shutdown8:__exit__0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
64:concurrent.futures.ThreadPoolExecutor.submit().add_done_callback6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
46:concurrent.futures.process.ProcessPoolExecutor6:python4:fork4 11:max_workers10:mp_context11:initializer8:initargs0 -1 12:first_submit1 15:multiprocessing+10:mp_context1 
11:initializer--1 +8:initargs-2 
6:submit1 2:fn1 
2:fn--4 0 -
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn--2 4 8:iterable9:iterable29:iterable39:iterable40 -0 -6:object++50:mp_context=multiprocessing.get_context("{method}")1 
2 
19:max_tasks_per_child0 
10:mp_context1 5:spawn-0 0 0 -0 0 2 5:panic41:the caller gets a `PicklingError` instead6:signal35:the caller gets `BrokenProcessPool`---0 0 0 0 -0 0 -0 0 -0 -----0 ---
44:concurrent.futures.thread.ThreadPoolExecutor6:python10:in-process4 11:max_workers18:thread_name_prefix11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-2 
6:submit1 2:fn1 
2:fn--4 0 -
3:map5 2:fn8:iterable9:iterable29:iterable39:iterable41 
2:fn--2 4 8:iterable9:iterable29:iterable39:iterable40 -0 -6:object--0 -2 8:shutdown8:__exit__0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:contextlib.AsyncExitStack.callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
45:contextlib.AsyncExitStack.enter_async_context6:python10:in-process1 2:cm0 -1 4:call0 1 
13:cm.__aenter__--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
39:contextlib.AsyncExitStack.enter_context6:python10:in-process1 2:cm0 -1 4:call0 1 
12:cm.__enter__--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
45:contextlib.AsyncExitStack.push_async_callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:contextlib.ExitStack.callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:contextlib.ExitStack.enter_context6:python10:in-process1 2:cm0 -1 4:call0 1 
12:cm.__enter__--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:ctypes.CDLL().fork6:python4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
19:ctypes.PyDLL().fork6:python4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
30:ctypes.cdll.LoadLibrary().fork6:python4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
20:daemon.DaemonContext6:python4:fork0 1 14:detach_process1 ++14:detach_process4 1 -1 5:start0 0 0 2 4:open9:__enter__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 -+50:open what the daemon needs after it has become one+28:after the daemon has started
27:daemon.daemon.DaemonContext6:python4:fork0 1 14:detach_process1 ++14:detach_process4 1 -1 5:start0 0 0 2 4:open9:__enter__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 +0 0 -0 0 -0 -----0 -+50:open what the daemon needs after it has become one+28:after the daemon has started
19:daemonize.Daemonize6:python4:fork12 3:app3:pid6:action8:keep_fds14:auto_close_fds17:privileged_action4:user5:group7:verbose6:logger10:foreground5:chdir1 10:foreground1 -+10:foreground3 1 -1 5:start0 2 
17:privileged_action--0 
6:action--5 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+50:open what the daemon needs after it has become one+28:after the daemon has started
17:daemonocle.Daemon6:python4:fork3 4:name6:worker6:detach1 6:detach1 ++6:detach3 1 +1 5:start0 1 
6:worker--5 0 2 5:start9:do_action-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+50:open what the daemon needs after it has become one+28:after the daemon has started
22:daemonocle.core.Daemon6:python4:fork3 4:name6:worker6:detach1 6:detach1 ++6:detach3 1 +1 5:start0 1 
6:worker--5 0 2 5:start9:do_action-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+50:open what the daemon needs after it has become one+28:after the daemon has started
29:dagster.multiprocess_executor6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:dash.Dash.callback()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 13:dash.Dash.run20:dash.Dash.run_server14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
15:dash.callback()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -14 13:dash.Dash.run20:dash.Dash.run_server14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:dask.distributed.Client6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:dask.distributed.LocalCluster6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:datasets.*.filter6:python4:fork1 8:function1 8:num_proc0 +8:num_proc0 1 4:call1 12:multiprocess-1 
8:function--5 0 0 -5:value++41:multiprocess.set_start_method("{method}")2 
1 
8:num_proc3 3 1:15:spawn
1 
8:num_proc3 3 1:05:spawn-0 0 0 -0 0 0 +8:num_proc--0 0 0 0 -0 0 -0 0 -0 -----0 --+30:in the function that is mapped
25:datasets.*.from_generator6:python4:fork6 9:generator8:features9:cache_dir14:keep_in_memory10:gen_kwargs8:num_proc1 8:num_proc0 +8:num_proc0 1 4:call1 12:multiprocess-1 
9:generator--5 0 0 -5:value++41:multiprocess.set_start_method("{method}")2 
1 
8:num_proc3 3 1:15:spawn
1 
8:num_proc3 3 1:05:spawn-0 0 0 -0 0 0 +8:num_proc--0 0 0 0 -0 0 -0 0 -0 -----0 --+30:in the function that is mapped
14:datasets.*.map6:python4:fork1 8:function1 8:num_proc0 +8:num_proc0 1 4:call1 12:multiprocess-1 
8:function--5 0 0 -5:value++41:multiprocess.set_start_method("{method}")2 
1 
8:num_proc3 3 1:15:spawn
1 
8:num_proc3 3 1:05:spawn-0 0 0 -0 0 0 +8:num_proc--0 0 0 0 -0 0 -0 0 -0 -----0 --+30:in the function that is mapped
25:datasets.*.with_transform6:python10:in-process1 9:transform0 -1 5:start0 1 
9:transform--5 0 3 11:__getitem__12:__getitems__8:__iter__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:datasets.Dataset6:python10:in-process0 0 -1 9:construct0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:datasets.DatasetDict6:python10:in-process0 0 -1 9:construct0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:distributed.Client6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:distributed.LocalCluster6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:eventlet.GreenPool().imap6:python10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:eventlet.GreenPool().spawn6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:eventlet.GreenPool().spawn_n6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:eventlet.spawn6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:eventlet.spawn_n6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:falcon.API.add_route6:python10:in-process2 12:uri_template8:resource0 -1 4:call0 5 
15:resource.on_get--5 
16:resource.on_post--5 
15:resource.on_put--5 
17:resource.on_patch--5 
18:resource.on_delete--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -12 14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
20:falcon.App.add_route6:python10:in-process2 12:uri_template8:resource0 -1 4:call0 5 
15:resource.on_get--5 
16:resource.on_post--5 
15:resource.on_put--5 
17:resource.on_patch--5 
18:resource.on_delete--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -12 14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
25:falcon.asgi.App.add_route6:python10:in-process2 12:uri_template8:resource0 -1 4:call0 5 
15:resource.on_get--5 
16:resource.on_post--5 
15:resource.on_put--5 
17:resource.on_patch--5 
18:resource.on_delete--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
31:fastapi.APIRouter.add_api_route6:python10:in-process2 4:path8:endpoint0 -1 4:call0 1 
8:endpoint--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
29:fastapi.APIRouter.api_route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
26:fastapi.APIRouter.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:fastapi.APIRouter.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
25:fastapi.APIRouter.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
24:fastapi.APIRouter.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:fastapi.APIRouter.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
29:fastapi.APIRouter.websocket()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:fastapi.BackgroundTasks6:python10:in-process1 5:tasks0 -1 4:call0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:fastapi.BackgroundTasks.add_task6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:fastapi.FastAPI.add_api_route6:python10:in-process2 4:path8:endpoint0 -1 4:call0 1 
8:endpoint--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
27:fastapi.FastAPI.api_route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
24:fastapi.FastAPI.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:fastapi.FastAPI.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
26:fastapi.FastAPI.on_event()6:python10:in-process1 7:handler0 -1 4:call0 1 
7:handler--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 -----0 ---
23:fastapi.FastAPI.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
22:fastapi.FastAPI.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:fastapi.FastAPI.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
27:fastapi.FastAPI.websocket()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
37:fastapi.concurrency.run_in_threadpool6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:fastcore.*.parallel6:python10:in-process2 1:f5:items0 +10:threadpool5 1 +1 4:call0 1 
1:f--2 1 5:items0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:fastcore.all.parallel6:python4:fork2 1:f5:items0 +10:threadpool4 1 +1 4:call1 15:multiprocessing+6:method1 
1:f--2 1 5:items0 0 -5:value++17:method="{method}"2 
1 
9:n_workers3 3 1:05:spawn
2 
19:max_tasks_per_child0 
6:method1 10:forkserver-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:fastcore.parallel.parallel6:python4:fork2 1:f5:items0 +10:threadpool4 1 +1 4:call1 15:multiprocessing+6:method1 
1:f--2 1 5:items0 0 -5:value++17:method="{method}"2 
1 
9:n_workers3 3 1:05:spawn
2 
19:max_tasks_per_child0 
6:method1 10:forkserver-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:fire.Fire6:python10:in-process1 9:component0 -1 4:call0 1 
9:component--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:flask.Blueprint.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:flask.Blueprint.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:flask.Blueprint.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
22:flask.Blueprint.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:flask.Blueprint.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:flask.Blueprint.route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
24:flask.Flask.add_url_rule6:python10:in-process3 4:rule8:endpoint9:view_func0 -1 4:call0 1 
9:view_func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
26:flask.Flask.before_request6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
20:flask.Flask.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
17:flask.Flask.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
19:flask.Flask.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
18:flask.Flask.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
17:flask.Flask.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
19:flask.Flask.route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:flask.Flask.run14:waitress.serve20:waitress.serve_paste27:werkzeug.serving.run_simple40:gevent.pywsgi.WSGIServer().serve_forever38:gevent.pywsgi.WSGIServer.serve_forever27:cheroot.wsgi.Server().start29:flask_socketio.SocketIO().run27:flask_socketio.SocketIO.run20:eventlet.wsgi.server37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
15:flask.Flask.run6:python4:fork4 4:host4:port5:debug11:load_dotenv1 9:processes3 1:1+9:processes2 3 1:11 4:call0 0 0 0 -5:value-+22:app.run(threaded=True)0 -0 0 0 -0 0 0 +9:processes--0 0 0 0 -0 0 -0 0 -0 -----0 -+26:answer requests in threads+11:in the view
25:func_timeout.func_timeout6:python10:in-process4 7:timeout4:func4:args6:kwargs0 -1 4:call0 1 
4:func--1 +4:args+6:kwargs0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -+---0 ---
16:functools.reduce6:python10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:gevent.Greenlet.spawn6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:gevent.fork6:python4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
14:gevent.os.fork6:python4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
22:gevent.pool.Pool().map6:python10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:gevent.pool.Pool().spawn6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:gevent.spawn6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:gevent.spawn_later6:python10:in-process2 7:seconds8:function0 -1 4:call0 1 
8:function--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
15:gradio.*.change6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
14:gradio.*.click6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
14:gradio.*.input6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
13:gradio.*.load6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
16:gradio.*.release6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
15:gradio.*.select6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
15:gradio.*.submit6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
16:gradio.*.success6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
13:gradio.*.then6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
15:gradio.*.upload6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
20:gradio.ChatInterface6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
16:gradio.Interface6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 15:gradio.*.launch0 -0 0 -0 -----0 ---
29:gunicorn.app.base.Application6:python4:fork0 0 -1 5:start0 1 
9:self.load--0 0 1 3:run-6:object--0 -0 0 0 -0 0 0 ---0 0 2 9:post_fork16:post_worker_init3 11:on_starting10:when_ready8:pre_fork-0 0 -0 0 -0 -----0 -+46:do that in `post_fork`, which each worker runs+48:in `post_fork`, or where a worker first needs it
33:gunicorn.app.base.BaseApplication6:python4:fork0 0 -1 5:start0 1 
9:self.load--0 0 1 3:run-6:object--0 -0 0 0 -0 0 0 ---0 0 2 9:post_fork16:post_worker_init3 11:on_starting10:when_ready8:pre_fork-0 0 -0 0 -0 -----0 -+46:do that in `post_fork`, which each worker runs+48:in `post_fork`, or where a worker first needs it
20:gunicorn.preload_app6:python4:fork0 0 -1 6:config0 0 0 0 -6:object-+19:preload_app = False0 -0 138 24:flask.Flask.add_url_rule26:flask.Flask.before_request25:flask.Flask.after_request28:flask.Flask.teardown_request31:flask.Flask.teardown_appcontext24:flask.Flask.errorhandler34:flask.Flask.register_error_handler29:flask.Flask.context_processor34:flask.Flask.url_value_preprocessor27:flask.Flask.template_filter27:flask.Flask.template_global32:flask.Flask.before_first_request30:flask.Blueprint.before_request29:flask.Blueprint.after_request32:flask.Blueprint.teardown_request34:flask.Blueprint.before_app_request33:flask.Blueprint.after_app_request36:flask.Blueprint.teardown_app_request28:flask.Blueprint.errorhandler32:flask.Blueprint.app_errorhandler38:flask.Blueprint.register_error_handler33:flask.Blueprint.context_processor37:flask.Blueprint.app_context_processor28:flask.Blueprint.add_url_rule17:flask.Flask.route15:flask.Flask.get16:flask.Flask.post15:flask.Flask.put17:flask.Flask.patch18:flask.Flask.delete21:flask.Blueprint.route19:flask.Blueprint.get20:flask.Blueprint.post19:flask.Blueprint.put21:flask.Blueprint.patch22:flask.Blueprint.delete40:flask.Blueprint.before_app_first_request17:quart.Quart.route15:quart.Quart.get16:quart.Quart.post15:quart.Quart.put17:quart.Quart.patch18:quart.Quart.delete21:quart.Quart.websocket26:quart.Quart.before_serving26:quart.Quart.before_request21:quart.Blueprint.route30:quart.Blueprint.before_request19:fastapi.FastAPI.get20:fastapi.FastAPI.post19:fastapi.FastAPI.put21:fastapi.FastAPI.patch22:fastapi.FastAPI.delete21:fastapi.APIRouter.get22:fastapi.APIRouter.post21:fastapi.APIRouter.put23:fastapi.APIRouter.patch24:fastapi.APIRouter.delete29:fastapi.FastAPI.add_api_route31:fastapi.APIRouter.add_api_route25:fastapi.FastAPI.api_route27:fastapi.APIRouter.api_route24:fastapi.FastAPI.on_event26:fastapi.APIRouter.on_event26:fastapi.FastAPI.middleware33:fastapi.FastAPI.exception_handler25:fastapi.FastAPI.websocket27:fastapi.APIRouter.websocket19:connexion.App.route26:connexion.App.add_url_rule24:connexion.FlaskApp.route31:connexion.FlaskApp.add_url_rule24:connexion.AsyncApp.route17:bottle.Bottle.put20:bottle.Bottle.delete18:bottle.Bottle.hook10:bottle.put13:bottle.delete11:bottle.hook31:fastapi.FastAPI.websocket_route33:fastapi.APIRouter.websocket_route37:fastapi.FastAPI.add_exception_handler33:fastapi.FastAPI.add_event_handler35:fastapi.APIRouter.add_event_handler41:starlette.applications.Starlette.on_event43:starlette.applications.Starlette.middleware50:starlette.applications.Starlette.add_event_handler38:starlette.applications.Starlette.route19:bottle.Bottle.route17:bottle.Bottle.get18:bottle.Bottle.post12:bottle.route10:bottle.get11:bottle.post23:starlette.routing.Route32:starlette.routing.WebSocketRoute42:starlette.applications.Starlette.add_route15:aiohttp.web.get16:aiohttp.web.post15:aiohttp.web.put18:aiohttp.web.delete17:aiohttp.web.patch29:aiohttp.web.RouteTableDef.get30:aiohttp.web.RouteTableDef.post29:aiohttp.web.RouteTableDef.put32:aiohttp.web.RouteTableDef.delete38:aiohttp.web.Application.router.add_get39:aiohttp.web.Application.router.add_post40:aiohttp.web.Application.router.add_route31:aiohttp.web.RouteTableDef().get32:aiohttp.web.RouteTableDef().post31:aiohttp.web.RouteTableDef().put33:aiohttp.web.RouteTableDef().patch34:aiohttp.web.RouteTableDef().delete33:aiohttp.web.RouteTableDef().route32:aiohttp.web.RouteTableDef().view22:aiohttp.web.middleware38:flask_login.LoginManager().user_loader41:flask_login.LoginManager().request_loader18:flask_admin.expose28:flask_socketio.SocketIO().on16:strawberry.field19:strawberry.mutation20:falcon.App.add_route20:falcon.API.add_route25:falcon.asgi.App.add_route18:dash.Dash.callback20:dash.Dash().callback13:dash.callback36:pyramid.config.Configurator.add_view38:pyramid.config.Configurator().add_view24:pyramid.view.view_config12:litestar.get13:litestar.post12:litestar.put14:litestar.patch15:litestar.delete14:litestar.route0 +3 16:gunicorn.conf.py16:gunicorn_conf.py18:gunicorn_config.py11:preload_app8:wsgi_app10 11:flask.Flask15:fastapi.FastAPI11:quart.Quart32:starlette.applications.Starlette23:aiohttp.web.Application10:falcon.App13:bottle.Bottle13:connexion.App18:connexion.FlaskApp18:connexion.AsyncApp2 9:post_fork16:post_worker_init3 11:on_starting10:when_ready8:pre_fork3 11:pre_request12:post_request11:worker_exit+8:gunicorn+17:GUNICORN_CMD_ARGS0 -0 1 
7:preload0 0 0 1 6:config2 5:chdir10:pythonpath19 7:preload6:reload4:spew12:check-config12:print-config11:no-sendfile10:reuse-port6:daemon1:D24:enable-stdio-inheritance1:R14:capture-output10:initgroups33:disable-redirect-access-to-syslog19:strip-header-spaces14:proxy-protocol10:log-syslog20:suppress-ragged-eofs23:do-handshake-on-connect1 1:c6:config0 ---0 0 0 ---0 0 0 0 -0 0 -11 16:flask.views.View22:flask.views.MethodView22:flask_restful.Resource20:flask_restx.Resource32:starlette.endpoints.HTTPEndpoint37:starlette.endpoints.WebSocketEndpoint44:starlette.middleware.base.BaseHTTPMiddleware26:tornado.web.RequestHandler16:aiohttp.web.View17:graphene.Mutation31:graphene.relay.ClientIDMutation18 6:mutate22:mutate_and_get_payload16:dispatch_request8:dispatch10:on_connect10:on_receive7:prepare3:get4:post3:put5:patch6:delete4:head6:on_get7:on_post6:on_put8:on_patch9:on_delete-0 -----0 -+23:leave `preload_app` off+48:in `post_fork`, or where a worker first needs it
16:gunicorn.workers6:python4:fork0 0 -1 6:config0 0 0 0 -6:object-+67:def post_fork(server, worker): ..., for what each worker is to open0 -0 138 24:flask.Flask.add_url_rule26:flask.Flask.before_request25:flask.Flask.after_request28:flask.Flask.teardown_request31:flask.Flask.teardown_appcontext24:flask.Flask.errorhandler34:flask.Flask.register_error_handler29:flask.Flask.context_processor34:flask.Flask.url_value_preprocessor27:flask.Flask.template_filter27:flask.Flask.template_global32:flask.Flask.before_first_request30:flask.Blueprint.before_request29:flask.Blueprint.after_request32:flask.Blueprint.teardown_request34:flask.Blueprint.before_app_request33:flask.Blueprint.after_app_request36:flask.Blueprint.teardown_app_request28:flask.Blueprint.errorhandler32:flask.Blueprint.app_errorhandler38:flask.Blueprint.register_error_handler33:flask.Blueprint.context_processor37:flask.Blueprint.app_context_processor28:flask.Blueprint.add_url_rule17:flask.Flask.route15:flask.Flask.get16:flask.Flask.post15:flask.Flask.put17:flask.Flask.patch18:flask.Flask.delete21:flask.Blueprint.route19:flask.Blueprint.get20:flask.Blueprint.post19:flask.Blueprint.put21:flask.Blueprint.patch22:flask.Blueprint.delete40:flask.Blueprint.before_app_first_request17:quart.Quart.route15:quart.Quart.get16:quart.Quart.post15:quart.Quart.put17:quart.Quart.patch18:quart.Quart.delete21:quart.Quart.websocket26:quart.Quart.before_serving26:quart.Quart.before_request21:quart.Blueprint.route30:quart.Blueprint.before_request19:fastapi.FastAPI.get20:fastapi.FastAPI.post19:fastapi.FastAPI.put21:fastapi.FastAPI.patch22:fastapi.FastAPI.delete21:fastapi.APIRouter.get22:fastapi.APIRouter.post21:fastapi.APIRouter.put23:fastapi.APIRouter.patch24:fastapi.APIRouter.delete29:fastapi.FastAPI.add_api_route31:fastapi.APIRouter.add_api_route25:fastapi.FastAPI.api_route27:fastapi.APIRouter.api_route24:fastapi.FastAPI.on_event26:fastapi.APIRouter.on_event26:fastapi.FastAPI.middleware33:fastapi.FastAPI.exception_handler25:fastapi.FastAPI.websocket27:fastapi.APIRouter.websocket19:connexion.App.route26:connexion.App.add_url_rule24:connexion.FlaskApp.route31:connexion.FlaskApp.add_url_rule24:connexion.AsyncApp.route17:bottle.Bottle.put20:bottle.Bottle.delete18:bottle.Bottle.hook10:bottle.put13:bottle.delete11:bottle.hook31:fastapi.FastAPI.websocket_route33:fastapi.APIRouter.websocket_route37:fastapi.FastAPI.add_exception_handler33:fastapi.FastAPI.add_event_handler35:fastapi.APIRouter.add_event_handler41:starlette.applications.Starlette.on_event43:starlette.applications.Starlette.middleware50:starlette.applications.Starlette.add_event_handler38:starlette.applications.Starlette.route19:bottle.Bottle.route17:bottle.Bottle.get18:bottle.Bottle.post12:bottle.route10:bottle.get11:bottle.post23:starlette.routing.Route32:starlette.routing.WebSocketRoute42:starlette.applications.Starlette.add_route15:aiohttp.web.get16:aiohttp.web.post15:aiohttp.web.put18:aiohttp.web.delete17:aiohttp.web.patch29:aiohttp.web.RouteTableDef.get30:aiohttp.web.RouteTableDef.post29:aiohttp.web.RouteTableDef.put32:aiohttp.web.RouteTableDef.delete38:aiohttp.web.Application.router.add_get39:aiohttp.web.Application.router.add_post40:aiohttp.web.Application.router.add_route31:aiohttp.web.RouteTableDef().get32:aiohttp.web.RouteTableDef().post31:aiohttp.web.RouteTableDef().put33:aiohttp.web.RouteTableDef().patch34:aiohttp.web.RouteTableDef().delete33:aiohttp.web.RouteTableDef().route32:aiohttp.web.RouteTableDef().view22:aiohttp.web.middleware38:flask_login.LoginManager().user_loader41:flask_login.LoginManager().request_loader18:flask_admin.expose28:flask_socketio.SocketIO().on16:strawberry.field19:strawberry.mutation20:falcon.App.add_route20:falcon.API.add_route25:falcon.asgi.App.add_route18:dash.Dash.callback20:dash.Dash().callback13:dash.callback36:pyramid.config.Configurator.add_view38:pyramid.config.Configurator().add_view24:pyramid.view.view_config12:litestar.get13:litestar.post12:litestar.put14:litestar.patch15:litestar.delete14:litestar.route0 +3 16:gunicorn.conf.py16:gunicorn_conf.py18:gunicorn_config.py11:preload_app8:wsgi_app10 11:flask.Flask15:fastapi.FastAPI11:quart.Quart32:starlette.applications.Starlette23:aiohttp.web.Application10:falcon.App13:bottle.Bottle13:connexion.App18:connexion.FlaskApp18:connexion.AsyncApp2 9:post_fork16:post_worker_init3 11:on_starting10:when_ready8:pre_fork3 11:pre_request12:post_request11:worker_exit---+0 0 0 ---0 0 0 0 -0 0 -11 16:flask.views.View22:flask.views.MethodView22:flask_restful.Resource20:flask_restx.Resource32:starlette.endpoints.HTTPEndpoint37:starlette.endpoints.WebSocketEndpoint44:starlette.middleware.base.BaseHTTPMiddleware26:tornado.web.RequestHandler16:aiohttp.web.View17:graphene.Mutation31:graphene.relay.ClientIDMutation18 6:mutate22:mutate_and_get_payload16:dispatch_request8:dispatch10:on_connect10:on_receive7:prepare3:get4:post3:put5:patch6:delete4:head6:on_get7:on_post6:on_put8:on_patch9:on_delete-0 -----0 -+46:do that in `post_fork`, which each worker runs+48:in `post_fork`, or where a worker first needs it
31:gymnasium.vector.AsyncVectorEnv6:python4:fork8 7:env_fns17:observation_space12:action_space13:shared_memory4:copy7:context6:daemon6:worker0 -1 4:call1 15:multiprocessing+7:context1 
7:env_fns+-0 0 0 -5:value-+18:context="{method}"0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----1 
7:env_fns+-0 --+42:in the function that makes the environment
22:http.server.HTTPServer6:python10:in-process2 14:server_address19:RequestHandlerClass0 -1 5:start0 5 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:http.server.ThreadingHTTPServer6:python10:in-process2 14:server_address19:RequestHandlerClass0 -1 5:start0 5 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:huey.consumer6:python4:fork0 0 -1 6:config0 0 0 0 -6:object-+34:huey_consumer --worker-type thread0 -0 12 16:huey.Huey().task25:huey.Huey().periodic_task21:huey.RedisHuey().task30:huey.RedisHuey().periodic_task22:huey.SqliteHuey().task31:huey.SqliteHuey().periodic_task20:huey.FileHuey().task29:huey.FileHuey().periodic_task29:huey.PriorityRedisHuey().task38:huey.PriorityRedisHuey().periodic_task22:huey.MemoryHuey().task31:huey.MemoryHuey().periodic_task0 +0 0:0:0 0 0 0 +13:huey_consumer-0 -0 1 
11:worker_type3 2 7:process0 0 0 0 10 11:no-periodic1:n7:verbose1:v5:quiet1:q6:simple1:S20:disable-health-check11:flush-locks5 1:k11:worker-type1:n11:no-periodic1:q5:quiet1:v7:verbose1:w7:workers0 ---0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+29:let huey's workers be threads+10:in the job
17:hypercorn.run.run6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:hyperopt.fmin6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:itertools.dropwhile6:python10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:itertools.filterfalse6:python10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:itertools.starmap6:python10:in-process2 8:function8:iterable0 -1 4:call0 1 
8:function--3 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:itertools.takewhile6:python10:in-process2 9:predicate8:iterable0 -1 4:call0 1 
9:predicate--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:joblib.*.Parallel6:python10:in-process2 6:n_jobs7:backend0 +7:backend5 2 9:threading1 9:construct0 0 1 
8:__call__1 8:iterable1 
8:iterable+-0 0 -0 -6:object--0 -0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 ---
15:joblib.Parallel6:python4:fork2 6:n_jobs7:backend0 +7:backend5 2 15:multiprocessing1 12:first_submit1 15:multiprocessing-0 1 
8:__call__1 8:iterable1 
8:iterable+-0 0 -0 -6:object++14:backend='loky'1 
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`+33:in the function that joblib calls
14:joblib.delayed6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--4 0 0 -8:deferred--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:json.dump6:python10:in-process2 3:obj2:fp0 +7:default0 1 4:call0 1 
7:default--5 0 0 -5:value--0 -0 0 0 -0 0 0 +7:default--0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:json.dumps6:python10:in-process1 3:obj0 +7:default0 1 4:call0 1 
7:default--5 0 0 -5:value--0 -0 0 0 -0 0 0 +7:default--0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:keras.*.evaluate6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
11:keras.*.fit6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
21:keras.*.fit_generator6:python4:fork1 9:generator1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
21:generator.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
15:keras.*.predict6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
21:keras.utils.PyDataset6:python4:fork3 7:workers19:use_multiprocessing14:max_queue_size1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 7:iterate1 15:multiprocessing-1 
16:self.__getitem__--0 0 0 -6:object-+25:use_multiprocessing=False1 
1 
7:workers3 3 1:05:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
20:keras.utils.Sequence6:python4:fork3 7:workers19:use_multiprocessing14:max_queue_size1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 7:iterate1 15:multiprocessing-1 
16:self.__getitem__--0 0 0 -6:object-+25:use_multiprocessing=False1 
1 
7:workers3 3 1:05:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
17:lightning.Trainer6:python4:fork0 0 +8:strategy6 4:ddp_1 12:first_submit0 0 4 
3:fit4 5:model17:train_dataloaders15:val_dataloaders10:datamodule10 
16:datamodule.setup--5 
11:model.setup--5 
27:datamodule.train_dataloader--0 
25:datamodule.val_dataloader--0 
22:model.train_dataloader--0 
20:model.val_dataloader--0 
18:model.on_fit_start--0 
26:model.configure_optimizers--0 
19:model.training_step--5 
21:model.validation_step--5 0 -
8:validate2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
25:datamodule.val_dataloader--0 
20:model.val_dataloader--0 
21:model.validation_step--5 0 -
4:test2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
26:datamodule.test_dataloader--0 
21:model.test_dataloader--0 
15:model.test_step--5 0 -
7:predict2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
29:datamodule.predict_dataloader--0 
24:model.predict_dataloader--0 
18:model.predict_step--5 0 -0 -6:object-+14:strategy="ddp"2 
1 
8:strategy6 9:ddp_spawn5:spawn
1 
8:strategy6 8:ddp_find5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+74:train with the strategy `ddp`, which runs the script anew for each process+44:in the module's or the data module's `setup`
21:lightning.Trainer.fit6:python10:in-process4 5:model17:train_dataloaders15:val_dataloaders10:datamodule0 -1 4:call0 12 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
27:datamodule.train_dataloader--0 
25:datamodule.val_dataloader--0 
22:model.train_dataloader--0 
20:model.val_dataloader--0 
30:train_dataloaders.prepare_data--0 
23:train_dataloaders.setup--5 
34:train_dataloaders.train_dataloader--0 
32:train_dataloaders.val_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:lightning.Trainer.predict6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
29:datamodule.predict_dataloader--0 
24:model.predict_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
30:dataloaders.predict_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:lightning.Trainer.test6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
26:datamodule.test_dataloader--0 
21:model.test_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
27:dataloaders.test_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:lightning.Trainer.validate6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
25:datamodule.val_dataloader--0 
20:model.val_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
26:dataloaders.val_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:lightning.pytorch.Trainer6:python4:fork0 0 +8:strategy6 4:ddp_1 12:first_submit0 0 4 
3:fit4 5:model17:train_dataloaders15:val_dataloaders10:datamodule10 
16:datamodule.setup--5 
11:model.setup--5 
27:datamodule.train_dataloader--0 
25:datamodule.val_dataloader--0 
22:model.train_dataloader--0 
20:model.val_dataloader--0 
18:model.on_fit_start--0 
26:model.configure_optimizers--0 
19:model.training_step--5 
21:model.validation_step--5 0 -
8:validate2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
25:datamodule.val_dataloader--0 
20:model.val_dataloader--0 
21:model.validation_step--5 0 -
4:test2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
26:datamodule.test_dataloader--0 
21:model.test_dataloader--0 
15:model.test_step--5 0 -
7:predict2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
29:datamodule.predict_dataloader--0 
24:model.predict_dataloader--0 
18:model.predict_step--5 0 -0 -6:object-+14:strategy="ddp"2 
1 
8:strategy6 9:ddp_spawn5:spawn
1 
8:strategy6 8:ddp_find5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+74:train with the strategy `ddp`, which runs the script anew for each process+44:in the module's or the data module's `setup`
29:lightning.pytorch.Trainer.fit6:python10:in-process4 5:model17:train_dataloaders15:val_dataloaders10:datamodule0 -1 4:call0 12 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
27:datamodule.train_dataloader--0 
25:datamodule.val_dataloader--0 
22:model.train_dataloader--0 
20:model.val_dataloader--0 
30:train_dataloaders.prepare_data--0 
23:train_dataloaders.setup--5 
34:train_dataloaders.train_dataloader--0 
32:train_dataloaders.val_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:lightning.pytorch.Trainer.predict6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
29:datamodule.predict_dataloader--0 
24:model.predict_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
30:dataloaders.predict_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:lightning.pytorch.Trainer.test6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
26:datamodule.test_dataloader--0 
21:model.test_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
27:dataloaders.test_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:lightning.pytorch.Trainer.validate6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
25:datamodule.val_dataloader--0 
20:model.val_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
26:dataloaders.val_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:logging.Logger.addHandler6:python10:in-process1 4:hdlr0 -1 4:call0 1 
9:hdlr.emit--5 0 0 -5:value--0 -0 0 0 -0 0 0 --+0 0 0 0 -31 25:logging.getLogger().debug24:logging.getLogger().info27:logging.getLogger().warning24:logging.getLogger().warn25:logging.getLogger().error28:logging.getLogger().critical29:logging.getLogger().exception23:logging.getLogger().log20:logging.Logger.debug19:logging.Logger.info22:logging.Logger.warning19:logging.Logger.warn20:logging.Logger.error23:logging.Logger.critical24:logging.Logger.exception18:logging.Logger.log18:logging.root.debug17:logging.root.info20:logging.root.warning17:logging.root.warn18:logging.root.error21:logging.root.critical22:logging.root.exception16:logging.root.log13:logging.debug12:logging.info15:logging.warning13:logging.error16:logging.critical17:logging.exception11:logging.log0 -0 0 -0 -----0 ---
19:logging.basicConfig6:python10:in-process0 0 -1 4:call0 1 
13:handlers.emit+-5 0 0 -5:value--0 -0 0 0 -0 0 0 --+0 0 0 0 -31 25:logging.getLogger().debug24:logging.getLogger().info27:logging.getLogger().warning24:logging.getLogger().warn25:logging.getLogger().error28:logging.getLogger().critical29:logging.getLogger().exception23:logging.getLogger().log20:logging.Logger.debug19:logging.Logger.info22:logging.Logger.warning19:logging.Logger.warn20:logging.Logger.error23:logging.Logger.critical24:logging.Logger.exception18:logging.Logger.log18:logging.root.debug17:logging.root.info20:logging.root.warning17:logging.root.warn18:logging.root.error21:logging.root.critical22:logging.root.exception16:logging.root.log13:logging.debug12:logging.info15:logging.warning13:logging.error16:logging.critical17:logging.exception11:logging.log0 -0 0 -0 -----0 ---
30:logging.getLogger().addHandler6:python10:in-process1 4:hdlr0 -1 4:call0 1 
9:hdlr.emit--5 0 0 -5:value--0 -0 0 0 -0 0 0 --+0 0 0 0 -31 25:logging.getLogger().debug24:logging.getLogger().info27:logging.getLogger().warning24:logging.getLogger().warn25:logging.getLogger().error28:logging.getLogger().critical29:logging.getLogger().exception23:logging.getLogger().log20:logging.Logger.debug19:logging.Logger.info22:logging.Logger.warning19:logging.Logger.warn20:logging.Logger.error23:logging.Logger.critical24:logging.Logger.exception18:logging.Logger.log18:logging.root.debug17:logging.root.info20:logging.root.warning17:logging.root.warn18:logging.root.error21:logging.root.critical22:logging.root.exception16:logging.root.log13:logging.debug12:logging.info15:logging.warning13:logging.error16:logging.critical17:logging.exception11:logging.log0 -0 0 -0 -----0 ---
23:logging.root.addHandler6:python10:in-process1 4:hdlr0 -1 4:call0 1 
9:hdlr.emit--5 0 0 -5:value--0 -0 0 0 -0 0 0 --+0 0 0 0 -31 25:logging.getLogger().debug24:logging.getLogger().info27:logging.getLogger().warning24:logging.getLogger().warn25:logging.getLogger().error28:logging.getLogger().critical29:logging.getLogger().exception23:logging.getLogger().log20:logging.Logger.debug19:logging.Logger.info22:logging.Logger.warning19:logging.Logger.warn20:logging.Logger.error23:logging.Logger.critical24:logging.Logger.exception18:logging.Logger.log18:logging.root.debug17:logging.root.info20:logging.root.warning17:logging.root.warn18:logging.root.error21:logging.root.critical22:logging.root.exception16:logging.root.log13:logging.debug12:logging.info15:logging.warning13:logging.error16:logging.critical17:logging.exception11:logging.log0 -0 0 -0 -----0 ---
24:loky.ProcessPoolExecutor6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:loky.get_reusable_executor6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:luigi.build6:python4:fork3 5:tasks24:worker_scheduler_factory16:detailed_summary1 7:workers3 1:1+7:workers2 3 1:11 4:call1 15:multiprocessing-1 
9:tasks.run+-0 0 0 -5:value-+44:multiprocessing.set_start_method("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----2 
14:tasks.complete+-0 
14:tasks.requires+-0 --+19:in the task's `run`
37:metaflow.multicore_utils.parallel_map6:python4:fork2 4:func8:iterable0 -1 4:call0 1 
4:func--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+53:map with a `ProcessPoolExecutor` of a `spawn` context+30:in the function that is mapped
21:metaflow.parallel_map6:python4:fork2 4:func8:iterable0 -1 4:call0 1 
4:func--2 1 8:iterable0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+53:map with a `ProcessPoolExecutor` of a `spawn` context+30:in the function that is mapped
21:monai.data.DataLoader6:python4:fork2 7:dataset11:num_workers1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context5 
14:worker_init_fn--5 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 0 0 -1 42:torch.utils.data.get_worker_info().dataset7:dataset0 0 ---0 0 0 0 -0 4 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 +18:persistent_workers3 1 +0 0 -0 -----3 
15:dataset.__len__--0 
16:sampler.__iter__--0 
22:batch_sampler.__iter__--0 --+52:in the data set's `__getitem__`, in `worker_init_fn`
16:mpire.WorkerPool6:python4:fork9 6:n_jobs6:daemon7:cpu_ids14:shared_objects14:pass_worker_id16:use_worker_state12:start_method10:keep_alive8:use_dill0 -2 12:first_submit7:replace1 5:mpire+12:start_method0 6 
3:map2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 -
13:map_unordered2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 -
4:imap2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 +
14:imap_unordered2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 +
5:apply3 4:func4:args6:kwargs2 
11:worker_init--5 
4:func--5 0 -
11:apply_async3 4:func4:args6:kwargs2 
11:worker_init--5 
4:func--5 1 
8:callback--5 -0 +10:keep_alive1 6:object++23:start_method="{method}"0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:mpire.pool.WorkerPool6:python4:fork9 6:n_jobs6:daemon7:cpu_ids14:shared_objects14:pass_worker_id16:use_worker_state12:start_method10:keep_alive8:use_dill0 -2 12:first_submit7:replace1 5:mpire+12:start_method0 6 
3:map2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 -
13:map_unordered2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 -
4:imap2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 +
14:imap_unordered2 4:func16:iterable_of_args2 
11:worker_init--5 
4:func--5 0 +
5:apply3 4:func4:args6:kwargs2 
11:worker_init--5 
4:func--5 0 -
11:apply_async3 4:func4:args6:kwargs2 
11:worker_init--5 
4:func--5 1 
8:callback--5 -0 +10:keep_alive1 6:object++23:start_method="{method}"0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:multiprocess.Manager6:python4:fork0 0 -1 4:call1 12:multiprocess-0 0 0 -6:object-+46:multiprocess.get_context("{method}").Manager()0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:multiprocess.Pool6:python4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 12:multiprocess-1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++41:multiprocess.get_context("{method}").Pool0 -0 0 0 -0 0 2 5:panic30:`Pool.map` then waits for ever6:signal39:the pool replaces it and waits for ever---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:multiprocess.Process6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 12:multiprocess-2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -0 0 0 -0 0 2 5:panic43:the parent learns of it by `exitcode` alone6:signal43:the parent learns of it by `exitcode` alone---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
32:multiprocess.context.ForkProcess6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -0 0 0 -0 0 2 5:panic43:the parent learns of it by `exitcode` alone6:signal43:the parent learns of it by `exitcode` alone---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
38:multiprocess.context.ForkServerProcess6:python9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:multiprocess.context.Process6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 12:multiprocess-2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+44:multiprocess.get_context("{method}").Process0 -0 0 0 -0 0 2 5:panic43:the parent learns of it by `exitcode` alone6:signal43:the parent learns of it by `exitcode` alone---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
33:multiprocess.context.SpawnProcess6:python9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:multiprocess.dummy.Pool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:multiprocess.dummy.Process6:python10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:multiprocess.managers.BaseManager6:python4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 12:multiprocess+3:ctx0 0 2 5:start9:__enter__-6:object-+40:ctx=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:multiprocess.managers.SyncManager6:python4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 12:multiprocess+3:ctx0 0 2 5:start9:__enter__-6:object-+40:ctx=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:multiprocess.pool.Pool6:python4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 2 5:panic30:`Pool.map` then waits for ever6:signal39:the pool replaces it and waits for ever---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:multiprocess.pool.ThreadPool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:multiprocessing.Manager6:python4:fork0 0 -1 4:call1 15:multiprocessing-0 0 0 -6:object-+49:multiprocessing.get_context("{method}").Manager()0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:multiprocessing.Pool6:python4:fork4 9:processes11:initializer8:initargs16:maxtasksperchild0 -2 9:construct7:replace1 15:multiprocessing-1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++44:multiprocessing.get_context("{method}").Pool0 -0 0 0 -0 0 2 5:panic30:`Pool.map` then waits for ever6:signal39:the pool replaces it and waits for ever---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:multiprocessing.Process6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing-2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -0 0 0 -0 0 2 5:panic43:the parent learns of it by `exitcode` alone6:signal43:the parent learns of it by `exitcode` alone---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
35:multiprocessing.context.ForkProcess6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -0 0 0 -0 0 2 5:panic43:the parent learns of it by `exitcode` alone6:signal43:the parent learns of it by `exitcode` alone---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
41:multiprocessing.context.ForkServerProcess6:python9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:multiprocessing.context.Process6:python4:fork5 5:group6:target4:name4:args6:kwargs0 -1 5:start1 15:multiprocessing-2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object-+47:multiprocessing.get_context("{method}").Process0 -0 0 0 -0 0 2 5:panic43:the parent learns of it by `exitcode` alone6:signal43:the parent learns of it by `exitcode` alone---0 0 0 0 -0 0 -0 0 -0 -----0 --+24:in what the process runs
36:multiprocessing.context.SpawnProcess6:python9:exec-safe5 5:group6:target4:name4:args6:kwargs0 -0 0 0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:multiprocessing.dummy.Pool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:multiprocessing.dummy.Process6:python10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:multiprocessing.managers.BaseManager6:python4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 15:multiprocessing+3:ctx0 0 2 5:start9:__enter__-6:object-+43:ctx=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 ----+8:register0 ---
36:multiprocessing.managers.SyncManager6:python4:fork4 7:address7:authkey10:serializer3:ctx0 -1 5:start1 15:multiprocessing+3:ctx0 0 2 5:start9:__enter__-6:object-+43:ctx=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 ----+8:register0 ---
25:multiprocessing.pool.Pool6:python4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 15:multiprocessing+7:context1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 2 5:panic30:`Pool.map` then waits for ever6:signal39:the pool replaces it and waits for ever---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:multiprocessing.pool.ThreadPool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -3 4:join9:terminate8:__exit__0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
42:multiprocessing.shared_memory.SharedMemory6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:multiprocessing.start_processes6:python4:fork6 2:fn4:args6:nprocs4:join6:daemon12:start_method0 -1 4:call1 15:multiprocessing+12:start_method1 
2:fn-+1 +4:args-0 0 -5:value-+23:start_method="{method}"1 
1 
12:start_method1 5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+38:in the function that the processes run
22:numpy.apply_along_axis6:python10:in-process1 6:func1d0 -1 4:call0 1 
6:func1d--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:numpy.apply_over_axes6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:numpy.fromfunction6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:optuna.*.optimize6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
7:os.fork6:python4:fork0 0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 2 5:panic61:the parent learns of it by the status that `os.waitpid` gives6:signal61:the parent learns of it by the status that `os.waitpid` gives---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
10:os.forkpty6:python4:fork0 0 -1 4:call0 0 0 0 -9:pid-tuple--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
8:os.popen6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:os.posix_spawn6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
15:os.posix_spawnp6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:os.spawnl6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:os.spawnle6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:os.spawnlp6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:os.spawnlpe6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:os.spawnv6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:os.spawnve6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:os.spawnvp6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:os.spawnvpe6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:os.system6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:p_tqdm.p_imap6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 7:iterate1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -6:object+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:p_tqdm.p_map6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 4:call1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:p_tqdm.p_tqdm.p_imap6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 7:iterate1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -6:object+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:p_tqdm.p_tqdm.p_map6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 4:call1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:p_tqdm.p_tqdm.p_uimap6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 7:iterate1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -6:object+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:p_tqdm.p_tqdm.p_umap6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 4:call1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:p_tqdm.p_tqdm.t_imap6:python10:in-process4 8:function9:iterable19:iterable29:iterable30 -1 4:call0 1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:p_tqdm.p_tqdm.t_map6:python10:in-process4 8:function9:iterable19:iterable29:iterable30 -1 4:call0 1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:p_tqdm.p_uimap6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 7:iterate1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -6:object+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:p_tqdm.p_umap6:python4:fork4 8:function9:iterable19:iterable29:iterable30 -1 4:call1 12:multiprocess-1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:p_tqdm.t_imap6:python10:in-process4 8:function9:iterable19:iterable29:iterable30 -1 4:call0 1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:p_tqdm.t_map6:python10:in-process4 8:function9:iterable19:iterable29:iterable30 -1 4:call0 1 
8:function--2 3 9:iterable19:iterable29:iterable30 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
42:paho.mqtt.client.Client.connect_callback()6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 36:paho.mqtt.client.Client.loop_forever34:paho.mqtt.client.Client.loop_start28:paho.mqtt.client.Client.loop0 -0 0 -0 -----0 ---
42:paho.mqtt.client.Client.message_callback()6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 36:paho.mqtt.client.Client.loop_forever34:paho.mqtt.client.Client.loop_start28:paho.mqtt.client.Client.loop0 -0 0 -0 -----0 ---
44:paho.mqtt.client.Client.message_callback_add6:python10:in-process2 3:sub8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 36:paho.mqtt.client.Client.loop_forever34:paho.mqtt.client.Client.loop_start28:paho.mqtt.client.Client.loop0 -0 0 -0 -----0 ---
40:paho.mqtt.client.Client.topic_callback()6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 36:paho.mqtt.client.Client.loop_forever34:paho.mqtt.client.Client.loop_start28:paho.mqtt.client.Client.loop0 -0 0 -0 -----0 ---
28:paho.mqtt.subscribe.callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:pandas.*.agg6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:pandas.*.aggregate6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:pandas.*.apply6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:pandas.*.applymap6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:pandas.*.groupby().*.filter6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:pandas.*.map6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:pandas.*.parallel_apply6:python4:fork1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+75:apply the function in one process, or in a pool of workers that are spawned+31:in the function that is applied
26:pandas.*.parallel_applymap6:python4:fork1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+75:apply the function in one process, or in a pool of workers that are spawned+31:in the function that is applied
21:pandas.*.parallel_map6:python4:fork1 3:arg0 -1 4:call0 1 
3:arg--5 0 0 -5:value+-0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+75:apply the function in one process, or in a pool of workers that are spawned+31:in the function that is applied
13:pandas.*.pipe6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:pandas.*.progress_aggregate6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:pandas.*.progress_apply6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:pandas.*.progress_applymap6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:pandas.*.progress_map6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:pandas.*.progress_transform6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:pandas.*.transform6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 -+-0 0 0 0 -0 0 -0 0 -0 -----0 ---
10:parmap.map6:python4:fork2 8:function8:iterable0 +7:pm_pool1 1 4:call1 15:multiprocessing-1 
8:function--2 1 8:iterable0 0 -5:value++44:multiprocessing.set_start_method("{method}")1 
1 
11:pm_parallel3 1 -5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
16:parmap.map_async6:python4:fork2 8:function8:iterable0 +7:pm_pool1 1 4:call1 15:multiprocessing-1 
8:function--2 1 8:iterable0 0 -5:value++44:multiprocessing.set_start_method("{method}")1 
1 
11:pm_parallel3 1 -5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:parmap.starmap6:python4:fork2 8:function8:iterable0 +7:pm_pool1 1 4:call1 15:multiprocessing-1 
8:function--3 8:iterable0 0 -5:value++44:multiprocessing.set_start_method("{method}")1 
1 
11:pm_parallel3 1 -5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:parmap.starmap_async6:python4:fork2 8:function8:iterable0 +7:pm_pool1 1 4:call1 15:multiprocessing-1 
8:function--3 8:iterable0 0 -5:value++44:multiprocessing.set_start_method("{method}")1 
1 
11:pm_parallel3 1 -5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:pathos.multiprocessing.Pool6:python4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:pathos.multiprocessing.ProcessPool6:python4:fork1 5:nodes0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 +
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:pathos.multiprocessing.ProcessingPool6:python4:fork1 5:nodes0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 +
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:pathos.multiprocessing.ThreadPool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:pathos.multiprocessing.ThreadingPool6:python10:in-process1 5:nodes0 -1 9:construct0 1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:pathos.multiprocessing._ProcessPool6:python4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:pathos.parallel.ParallelPool6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:pathos.pools.ParallelPool6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:pathos.pools.ProcessPool6:python4:fork1 5:nodes0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 +
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:pathos.pools.SerialPool6:python10:in-process1 5:nodes0 -1 9:construct0 1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:pathos.pools.ThreadPool6:python10:in-process1 5:nodes0 -1 9:construct0 1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:pathos.pools._ProcessPool6:python4:fork5 9:processes11:initializer8:initargs16:maxtasksperchild7:context0 -2 9:construct7:replace1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 +16:maxtasksperchild0 6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:pathos.pools._ThreadPool6:python10:in-process3 9:processes11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-8 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 -
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -
13:starmap_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--3 8:iterable1 
8:callback--5 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:pathos.pp.ParallelPythonPool6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:pathos.serial.SerialPool6:python10:in-process1 5:nodes0 -1 9:construct0 1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:pathos.threading.ThreadPool6:python10:in-process1 5:nodes0 -1 9:construct0 1 
11:initializer--1 +8:initargs-6 
3:map5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:imap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
5:uimap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:amap5 1:f8:iterable9:iterable29:iterable39:iterable41 
1:f--2 4 8:iterable9:iterable29:iterable39:iterable40 -
4:pipe1 1:f1 
1:f--4 0 -
5:apipe1 1:f1 
1:f--4 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
18:pebble.ProcessPool6:python4:fork5 11:max_workers9:max_tasks11:initializer8:initargs7:context0 -2 12:first_submit7:replace1 15:multiprocessing+7:context1 
11:initializer--1 +8:initargs-3 
8:schedule3 8:function4:args6:kwargs1 
8:function--1 +4:args+6:kwargs0 -
3:map5 8:function8:iterable9:iterable29:iterable39:iterable41 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 -
6:submit2 8:function7:timeout1 
8:function--5 0 -0 +9:max_tasks2 3 1:06:object++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:pebble.ThreadPool6:python10:in-process4 11:max_workers9:max_tasks11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-3 
8:schedule3 8:function4:args6:kwargs1 
8:function--1 +4:args+6:kwargs0 -
3:map5 8:function8:iterable9:iterable29:iterable39:iterable41 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 -
6:submit2 8:function7:timeout1 
8:function--5 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:pebble.concurrent.process()6:python4:fork1 8:function0 -1 4:call1 15:multiprocessing+7:context1 
8:function--4 0 0 -5:value++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:pebble.concurrent.process()()6:python4:fork1 8:function0 -1 4:call1 15:multiprocessing+7:context1 
8:function--4 0 0 -5:value++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:pebble.pool.ProcessPool6:python4:fork5 11:max_workers9:max_tasks11:initializer8:initargs7:context0 -2 12:first_submit7:replace1 15:multiprocessing+7:context1 
11:initializer--1 +8:initargs-3 
8:schedule3 8:function4:args6:kwargs1 
8:function--1 +4:args+6:kwargs0 -
3:map5 8:function8:iterable9:iterable29:iterable39:iterable41 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 -
6:submit2 8:function7:timeout1 
8:function--5 0 -0 +9:max_tasks2 3 1:06:object++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:pebble.pool.ThreadPool6:python10:in-process4 11:max_workers9:max_tasks11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-3 
8:schedule3 8:function4:args6:kwargs1 
8:function--1 +4:args+6:kwargs0 -
3:map5 8:function8:iterable9:iterable29:iterable39:iterable41 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 -
6:submit2 8:function7:timeout1 
8:function--5 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:pebble.pool.process.ProcessPool6:python4:fork5 11:max_workers9:max_tasks11:initializer8:initargs7:context0 -2 12:first_submit7:replace1 15:multiprocessing+7:context1 
11:initializer--1 +8:initargs-3 
8:schedule3 8:function4:args6:kwargs1 
8:function--1 +4:args+6:kwargs0 -
3:map5 8:function8:iterable9:iterable29:iterable39:iterable41 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 -
6:submit2 8:function7:timeout1 
8:function--5 0 -0 +9:max_tasks2 3 1:06:object++47:context=multiprocessing.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:pebble.pool.thread.ThreadPool6:python10:in-process4 11:max_workers9:max_tasks11:initializer8:initargs0 -1 9:construct0 1 
11:initializer--1 +8:initargs-3 
8:schedule3 8:function4:args6:kwargs1 
8:function--1 +4:args+6:kwargs0 -
3:map5 8:function8:iterable9:iterable29:iterable39:iterable41 
8:function--2 4 8:iterable9:iterable29:iterable39:iterable40 -
6:submit2 8:function7:timeout1 
8:function--5 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:pexpect.pty_spawn.spawn6:python4:fork3 7:command4:args7:timeout1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
13:pexpect.spawn6:python4:fork3 7:command4:args7:timeout1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
14:pexpect.spawnu6:python4:fork3 7:command4:args7:timeout1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
20:pika.*.basic_consume6:python10:in-process2 5:queue19:on_message_callback0 -1 4:call0 1 
19:on_message_callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 22:pika.*.start_consuming26:pika.*.process_data_events0 -0 0 -0 -----0 ---
21:polars.*.map_elements6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:polars.*.map_rows6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:polars.all().*.map_batches6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:polars.col().*.map_batches6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:polars.col.*.map_batches6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
44:polars.dataframe.group_by.GroupBy.map_groups6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:polars.struct().*.map_batches6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:pqdm.processes.pqdm6:python4:fork3 5:array8:function6:n_jobs0 -1 4:call1 15:multiprocessing+10:mp_context1 
8:function--2 1 5:array0 0 -5:value++50:mp_context=multiprocessing.get_context("{method}")1 
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
17:pqdm.threads.pqdm6:python10:in-process3 5:array8:function6:n_jobs0 -1 4:call0 1 
8:function--2 1 5:array0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
12:psutil.Popen6:python4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
8:pty.fork6:python4:fork0 0 -1 4:call0 0 0 0 -9:pid-tuple--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+100:do the child's work in another program (`subprocess`), or in a process that `multiprocessing` spawns+37:after the fork, in the child's branch
9:pty.spawn6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:ptyprocess.PtyProcess.spawn6:python4:fork5 4:argv3:cwd3:env4:echo10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
34:ptyprocess.PtyProcessUnicode.spawn6:python4:fork5 4:argv3:cwd3:env4:echo10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
31:pytest_forked.forked_run_report6:python4:fork0 0 -1 6:config0 0 0 0 -6:object-+102:pytest without --forked and pytest.mark.forked, or what the modules open at import opened in a fixture0 -0 0 0 +0 0:0:0 0 0 0 +6:pytest-3 6:pytest11:tool:pytest23:tool.pytest.ini_options+7:addopts0 2 
6:forked0 
5:boxed0 0 0 0 0 13 6:forked5:boxed1:v1:q1:x1:s1:l7:verbose5:quiet9:exitfirst2:lf2:ff14:strict-markers0 0 ++18:pytest.mark.forked-0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+32:run the tests without `--forked`+24:in the test or a fixture
25:pytorch_lightning.Trainer6:python4:fork0 0 +8:strategy6 4:ddp_1 12:first_submit0 0 4 
3:fit4 5:model17:train_dataloaders15:val_dataloaders10:datamodule10 
16:datamodule.setup--5 
11:model.setup--5 
27:datamodule.train_dataloader--0 
25:datamodule.val_dataloader--0 
22:model.train_dataloader--0 
20:model.val_dataloader--0 
18:model.on_fit_start--0 
26:model.configure_optimizers--0 
19:model.training_step--5 
21:model.validation_step--5 0 -
8:validate2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
25:datamodule.val_dataloader--0 
20:model.val_dataloader--0 
21:model.validation_step--5 0 -
4:test2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
26:datamodule.test_dataloader--0 
21:model.test_dataloader--0 
15:model.test_step--5 0 -
7:predict2 5:model11:dataloaders5 
16:datamodule.setup--5 
11:model.setup--5 
29:datamodule.predict_dataloader--0 
24:model.predict_dataloader--0 
18:model.predict_step--5 0 -0 -6:object-+14:strategy="ddp"2 
1 
8:strategy6 9:ddp_spawn5:spawn
1 
8:strategy6 8:ddp_find5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+74:train with the strategy `ddp`, which runs the script anew for each process+44:in the module's or the data module's `setup`
29:pytorch_lightning.Trainer.fit6:python10:in-process4 5:model17:train_dataloaders15:val_dataloaders10:datamodule0 -1 4:call0 12 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
27:datamodule.train_dataloader--0 
25:datamodule.val_dataloader--0 
22:model.train_dataloader--0 
20:model.val_dataloader--0 
30:train_dataloaders.prepare_data--0 
23:train_dataloaders.setup--5 
34:train_dataloaders.train_dataloader--0 
32:train_dataloaders.val_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:pytorch_lightning.Trainer.predict6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
29:datamodule.predict_dataloader--0 
24:model.predict_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
30:dataloaders.predict_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:pytorch_lightning.Trainer.test6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
26:datamodule.test_dataloader--0 
21:model.test_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
27:dataloaders.test_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:pytorch_lightning.Trainer.validate6:python10:in-process2 5:model11:dataloaders0 -1 4:call0 9 
23:datamodule.prepare_data--0 
16:datamodule.setup--5 
18:model.prepare_data--0 
11:model.setup--5 
25:datamodule.val_dataloader--0 
20:model.val_dataloader--0 
24:dataloaders.prepare_data--0 
17:dataloaders.setup--5 
26:dataloaders.val_dataloader--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:quart.Blueprint.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:quart.Blueprint.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:quart.Blueprint.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
22:quart.Blueprint.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
21:quart.Blueprint.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
23:quart.Blueprint.route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
20:quart.Quart.delete()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
17:quart.Quart.get()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
19:quart.Quart.patch()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
18:quart.Quart.post()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
17:quart.Quart.put()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
19:quart.Quart.route()6:python10:in-process1 4:view0 -1 4:call0 1 
4:view--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -13 15:quart.Quart.run20:quart.Quart.run_task11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
15:rq.SimpleWorker6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:rq.SpawnWorker6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
9:rq.Worker6:python4:fork2 6:queues4:name0 -1 5:start0 1 
1:?--0 0 1 4:work-6:object-+14:rq.SpawnWorker0 -0 6 16:rq.Queue.enqueue19:rq.Queue.enqueue_at19:rq.Queue.enqueue_in21:rq.Queue.enqueue_call17:rq.decorators.job6:rq.job0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+33:let `rq.SpawnWorker` run the jobs+10:in the job
16:rq.worker.Worker6:python4:fork2 6:queues4:name0 -1 5:start0 1 
1:?--0 0 1 4:work-6:object-+14:rq.SpawnWorker0 -0 6 16:rq.Queue.enqueue19:rq.Queue.enqueue_at19:rq.Queue.enqueue_in21:rq.Queue.enqueue_call17:rq.decorators.job6:rq.job0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+33:let `rq.SpawnWorker` run the jobs+10:in the job
25:rq.worker_pool.WorkerPool6:python4:fork3 6:queues10:connection11:num_workers0 -1 5:start0 1 
1:?--0 0 1 5:start-6:object--0 -0 6 16:rq.Queue.enqueue19:rq.Queue.enqueue_at19:rq.Queue.enqueue_in21:rq.Queue.enqueue_call17:rq.decorators.job6:rq.job0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+55:start each worker as a program of its own (`rq worker`)+10:in the job
23:sched.scheduler().enter6:python10:in-process5 5:delay8:priority6:action8:argument6:kwargs0 -1 4:call0 1 
6:action--1 +8:argument+6:kwargs0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 21:sched.scheduler().run0 -0 0 -0 -----0 ---
26:sched.scheduler().enterabs6:python10:in-process5 4:time8:priority6:action8:argument6:kwargs0 -1 4:call0 1 
6:action--1 +8:argument+6:kwargs0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 21:sched.scheduler().run0 -0 0 -0 -----0 ---
13:schedule.*.do6:python10:in-process1 8:job_func0 -1 4:call0 1 
8:job_func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 22:schedule.*.run_pending18:schedule.*.run_all0 -0 0 -0 -----0 ---
17:schedule.repeat()6:python10:in-process1 18:decorated_function0 -1 4:call0 1 
18:decorated_function--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 22:schedule.*.run_pending18:schedule.*.run_all0 -0 0 -0 -----0 ---
20:schwimmbad.MultiPool6:python4:fork3 9:processes11:initializer8:initargs0 -1 9:construct1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-7 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map4 4:func8:iterable9:chunksize8:callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -0 -6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:schwimmbad.choose_pool6:python4:fork2 3:mpi9:processes1 9:processes3 1:1+9:processes4 3 1:11 9:construct1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-7 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map4 4:func8:iterable9:chunksize8:callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -0 -6:object++44:context=multiprocess.get_context("{method}")1 
1 
3:mpi3 1 +5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:schwimmbad.multiprocessing.MultiPool6:python4:fork3 9:processes11:initializer8:initargs0 -1 9:construct1 12:multiprocess+7:context1 
11:initializer--1 +8:initargs-7 
5:apply3 4:func4:args4:kwds1 
4:func--1 +4:args+4:kwds0 -
11:apply_async5 4:func4:args4:kwds8:callback14:error_callback1 
4:func--1 +4:args+4:kwds1 
8:callback--5 -
3:map4 4:func8:iterable9:chunksize8:callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
9:map_async5 4:func8:iterable9:chunksize8:callback14:error_callback1 
4:func--2 1 8:iterable1 
8:callback--5 -
4:imap3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
14:imap_unordered3 4:func8:iterable9:chunksize1 
4:func--2 1 8:iterable0 +
7:starmap3 4:func8:iterable9:chunksize1 
4:func--3 8:iterable0 -0 -6:object++44:context=multiprocess.get_context("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:scipy.integrate.odeint6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:scipy.integrate.quad6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:scipy.integrate.solve_ivp6:python10:in-process1 3:fun0 -1 4:call0 1 
3:fun--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:scipy.optimize.basinhopping6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:scipy.optimize.brentq6:python10:in-process1 1:f0 -1 4:call0 1 
1:f--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
20:scipy.optimize.brute6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:scipy.optimize.curve_fit6:python10:in-process1 1:f0 -1 4:call0 1 
1:f--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:scipy.optimize.differential_evolution6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:scipy.optimize.dual_annealing6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:scipy.optimize.fmin6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:scipy.optimize.fmin_l_bfgs_b6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:scipy.optimize.fsolve6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:scipy.optimize.least_squares6:python10:in-process1 3:fun0 -1 4:call0 1 
3:fun--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:scipy.optimize.leastsq6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:scipy.optimize.minimize6:python10:in-process1 3:fun0 -1 4:call0 1 
3:fun--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:scipy.optimize.minimize_scalar6:python10:in-process1 3:fun0 -1 4:call0 1 
3:fun--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
21:scipy.optimize.newton6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:scipy.optimize.root6:python10:in-process1 3:fun0 -1 4:call0 1 
3:fun--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:scipy.optimize.root_scalar6:python10:in-process1 1:f0 -1 4:call0 1 
1:f--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:scipy.optimize.shgo6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
48:sentence_transformers.SentenceTransformerTrainer6:python4:fork5 5:model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
22:sklearn.*.GridSearchCV6:python10:in-process2 9:estimator5:param0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 3 3:fit7:predict5:score-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:sklearn.*.HalvingGridSearchCV6:python10:in-process2 9:estimator5:param0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 3 3:fit7:predict5:score-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:sklearn.*.HalvingRandomSearchCV6:python10:in-process2 9:estimator5:param0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 3 3:fit7:predict5:score-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
28:sklearn.*.RandomizedSearchCV6:python10:in-process2 9:estimator5:param0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 3 3:fit7:predict5:score-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:sklearn.*.cross_val_predict6:python10:in-process3 9:estimator1:X1:y0 +6:n_jobs1 1 4:call0 1 
13:estimator.fit--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:sklearn.*.cross_val_score6:python10:in-process3 9:estimator1:X1:y0 +6:n_jobs1 1 4:call0 1 
13:estimator.fit--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:sklearn.*.cross_validate6:python10:in-process3 9:estimator1:X1:y0 +6:n_jobs1 1 4:call0 1 
13:estimator.fit--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
24:sklearn.*.learning_curve6:python10:in-process3 9:estimator1:X1:y0 +6:n_jobs1 1 4:call0 1 
13:estimator.fit--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:sklearn.*.permutation_test_score6:python10:in-process3 9:estimator1:X1:y0 +6:n_jobs1 1 4:call0 1 
13:estimator.fit--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:sklearn.*.validation_curve6:python10:in-process3 9:estimator1:X1:y0 +6:n_jobs1 1 4:call0 1 
13:estimator.fit--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:sklearn.base.TransformerMixin6:python10:in-process0 0 -1 9:construct0 0 1 
13:fit_transform2 1:X1:y2 
8:self.fit--5 
14:self.transform--5 0 -0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
42:sklearn.calibration.CalibratedClassifierCV6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
42:sklearn.compose.TransformedTargetRegressor6:python10:in-process1 9:regressor0 +6:n_jobs1 1 5:start0 1 
13:regressor.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:sklearn.ensemble.AdaBoostClassifier6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:sklearn.ensemble.AdaBoostRegressor6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:sklearn.ensemble.BaggingClassifier6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:sklearn.ensemble.BaggingRegressor6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:sklearn.feature_selection.RFE6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 2 3:fit13:fit_transform-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:sklearn.feature_selection.RFECV6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 2 3:fit13:fit_transform-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
41:sklearn.feature_selection.SelectFromModel6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 2 3:fit13:fit_transform-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
51:sklearn.feature_selection.SequentialFeatureSelector6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 2 3:fit13:fit_transform-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
36:sklearn.model_selection.GridSearchCV6:python4:fork2 9:estimator5:param0 +7:backend5 2 15:multiprocessing1 5:start1 15:multiprocessing-1 
13:estimator.fit--5 0 1 3:fit-6:object+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
43:sklearn.model_selection.HalvingGridSearchCV6:python4:fork2 9:estimator5:param0 +7:backend5 2 15:multiprocessing1 5:start1 15:multiprocessing-1 
13:estimator.fit--5 0 1 3:fit-6:object+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
45:sklearn.model_selection.HalvingRandomSearchCV6:python4:fork2 9:estimator5:param0 +7:backend5 2 15:multiprocessing1 5:start1 15:multiprocessing-1 
13:estimator.fit--5 0 1 3:fit-6:object+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
42:sklearn.model_selection.RandomizedSearchCV6:python4:fork2 9:estimator5:param0 +7:backend5 2 15:multiprocessing1 5:start1 15:multiprocessing-1 
13:estimator.fit--5 0 1 3:fit-6:object+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
41:sklearn.model_selection.cross_val_predict6:python4:fork3 9:estimator1:X1:y0 +7:backend5 2 15:multiprocessing1 4:call1 15:multiprocessing-1 
13:estimator.fit--5 0 0 -5:value+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
39:sklearn.model_selection.cross_val_score6:python4:fork3 9:estimator1:X1:y0 +7:backend5 2 15:multiprocessing1 4:call1 15:multiprocessing-1 
13:estimator.fit--5 0 0 -5:value+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
38:sklearn.model_selection.cross_validate6:python4:fork3 9:estimator1:X1:y0 +7:backend5 2 15:multiprocessing1 4:call1 15:multiprocessing-1 
13:estimator.fit--5 0 0 -5:value+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
38:sklearn.model_selection.learning_curve6:python4:fork3 9:estimator1:X1:y0 +7:backend5 2 15:multiprocessing1 4:call1 15:multiprocessing-1 
13:estimator.fit--5 0 0 -5:value+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
46:sklearn.model_selection.permutation_test_score6:python4:fork3 9:estimator1:X1:y0 +7:backend5 2 15:multiprocessing1 4:call1 15:multiprocessing-1 
13:estimator.fit--5 0 0 -5:value+-2 
1 
6:n_jobs1 5:spawn
1 
6:n_jobs3 3 1:15:spawn-0 0 0 -0 0 0 ---2 24:joblib.parallel_config()25:joblib.parallel_backend()0 0 0 -0 0 -0 0 -0 -----0 -+42:leave the calls to joblib's backend `loky`-
37:sklearn.multiclass.OneVsOneClassifier6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
38:sklearn.multiclass.OneVsRestClassifier6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
35:sklearn.multioutput.ClassifierChain6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
41:sklearn.multioutput.MultiOutputClassifier6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
40:sklearn.multioutput.MultiOutputRegressor6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:sklearn.multioutput.RegressorChain6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:sklearn.pipeline.make_pipeline6:python10:in-process5 5:step15:step25:step35:step45:step50 -1 5:start0 10 
9:step1.fit--5 
9:step2.fit--5 
9:step3.fit--5 
9:step4.fit--5 
9:step5.fit--5 
15:step1.transform--5 
15:step2.transform--5 
15:step3.transform--5 
15:step4.transform--5 
15:step5.transform--5 0 5 3:fit13:fit_transform11:fit_predict7:predict5:score-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
41:sklearn.preprocessing.FunctionTransformer6:python10:in-process1 4:func0 -1 5:start0 1 
4:func--5 0 2 9:transform13:fit_transform-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
46:sklearn.semi_supervised.SelfTrainingClassifier6:python10:in-process1 9:estimator0 +6:n_jobs1 1 5:start0 1 
13:estimator.fit--5 0 1 3:fit-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:socketserver.ForkingMixIn6:python4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 9 
19:self.finish_request--5 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+58:answer requests in threads (`socketserver.ThreadingMixIn`)+14:in the handler
29:socketserver.ForkingTCPServer6:python4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 9 
19:self.finish_request--5 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+58:answer requests in threads (`socketserver.ThreadingMixIn`)+14:in the handler
29:socketserver.ForkingUDPServer6:python4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 9 
19:self.finish_request--5 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+58:answer requests in threads (`socketserver.ThreadingMixIn`)+14:in the handler
38:socketserver.ForkingUnixDatagramServer6:python4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 9 
19:self.finish_request--5 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+58:answer requests in threads (`socketserver.ThreadingMixIn`)+14:in the handler
36:socketserver.ForkingUnixStreamServer6:python4:fork2 14:server_address19:RequestHandlerClass0 -1 5:start0 9 
19:self.finish_request--5 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.do_GET--0 
27:RequestHandlerClass.do_POST--0 
26:RequestHandlerClass.do_PUT--0 
29:RequestHandlerClass.do_DELETE--0 
27:RequestHandlerClass.do_HEAD--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+58:answer requests in threads (`socketserver.ThreadingMixIn`)+14:in the handler
22:socketserver.TCPServer6:python10:in-process2 14:server_address19:RequestHandlerClass0 -1 5:start0 3 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:socketserver.ThreadingTCPServer6:python10:in-process2 14:server_address19:RequestHandlerClass0 -1 5:start0 3 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:socketserver.ThreadingUDPServer6:python10:in-process2 14:server_address19:RequestHandlerClass0 -1 5:start0 3 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:socketserver.UDPServer6:python10:in-process2 14:server_address19:RequestHandlerClass0 -1 5:start0 3 
25:RequestHandlerClass.setup--0 
26:RequestHandlerClass.handle--0 
26:RequestHandlerClass.finish--0 0 2 13:serve_forever14:handle_request-6:object--0 -0 0 0 -0 1 6:server4:self0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
46:stable_baselines3.common.env_util.make_vec_env6:python4:fork9 6:env_id6:n_envs4:seed11:start_index11:monitor_dir13:wrapper_class10:env_kwargs11:vec_env_cls14:vec_env_kwargs0 +27:vec_env_kwargs.start_method5 2 4:fork1 4:call0 1 
6:env_id--0 0 0 -5:value-+44:vec_env_kwargs=dict(start_method="{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+42:in the function that makes the environment
46:stable_baselines3.common.vec_env.SubprocVecEnv6:python4:fork2 7:env_fns12:start_method0 +12:start_method5 2 4:fork1 9:construct0 1 
7:env_fns+-0 0 0 -6:object-+23:start_method="{method}"0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+42:in the function that makes the environment
42:starlette.applications.Starlette.add_route6:python10:in-process2 4:path8:endpoint0 -1 4:call0 1 
8:endpoint--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
35:starlette.background.BackgroundTask6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
39:starlette.concurrency.run_in_threadpool6:python10:in-process1 4:func0 -1 4:call0 1 
4:func--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:starlette.routing.Route6:python10:in-process2 4:path8:endpoint0 -1 4:call0 1 
8:endpoint--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
32:starlette.routing.WebSocketRoute6:python10:in-process2 4:path8:endpoint0 -1 4:call0 1 
8:endpoint--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -11 11:uvicorn.run20:uvicorn.Server().run22:uvicorn.Server().serve18:uvicorn.Server.run20:uvicorn.Server.serve17:hypercorn.*.serve15:hypercorn.*.run12:daphne.*.run37:gunicorn.app.base.BaseApplication.run33:gunicorn.app.base.Application.run29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
16:subprocess.Popen6:python4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
15:subprocess.call6:python4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
21:subprocess.check_call6:python4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
23:subprocess.check_output6:python4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
20:subprocess.getoutput6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:subprocess.getstatusoutput6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:subprocess.run6:python4:fork7 4:args7:bufsize10:executable5:stdin6:stdout6:stderr10:preexec_fn1 10:preexec_fn0 +10:preexec_fn0 1 4:call0 1 
10:preexec_fn--0 0 0 -6:object--0 -0 0 0 -0 0 0 +10:preexec_fn--0 0 0 0 -0 0 -0 0 -0 -----0 -+75:do that in the parent before the command starts, or in a program of its own+31:in the function of `preexec_fn`
33:telegram.ext.CallbackQueryHandler6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 26:telegram.ext.*.run_polling26:telegram.ext.*.run_webhook28:telegram.ext.*.start_polling0 -0 0 -0 +----0 ---
27:telegram.ext.CommandHandler6:python10:in-process2 7:command8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 26:telegram.ext.*.run_polling26:telegram.ext.*.run_webhook28:telegram.ext.*.start_polling0 -0 0 -0 +----0 ---
31:telegram.ext.InlineQueryHandler6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 26:telegram.ext.*.run_polling26:telegram.ext.*.run_webhook28:telegram.ext.*.start_polling0 -0 0 -0 +----0 ---
27:telegram.ext.MessageHandler6:python10:in-process2 7:filters8:callback0 -1 4:call0 1 
8:callback--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 26:telegram.ext.*.run_polling26:telegram.ext.*.run_webhook28:telegram.ext.*.start_polling0 -0 0 -0 +----0 ---
21:tensorflow.*.evaluate6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
16:tensorflow.*.fit6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
26:tensorflow.*.fit_generator6:python4:fork1 9:generator1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
21:generator.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
20:tensorflow.*.predict6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
32:tensorflow.keras.utils.PyDataset6:python4:fork3 7:workers19:use_multiprocessing14:max_queue_size1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 7:iterate1 15:multiprocessing-1 
16:self.__getitem__--0 0 0 -6:object-+25:use_multiprocessing=False1 
1 
7:workers3 3 1:05:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
31:tensorflow.keras.utils.Sequence6:python4:fork3 7:workers19:use_multiprocessing14:max_queue_size1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 7:iterate1 15:multiprocessing-1 
16:self.__getitem__--0 0 0 -6:object-+25:use_multiprocessing=False1 
1 
7:workers3 3 1:05:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
19:tf_keras.*.evaluate6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
14:tf_keras.*.fit6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
24:tf_keras.*.fit_generator6:python4:fork1 9:generator1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
21:generator.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
18:tf_keras.*.predict6:python4:fork1 1:x1 19:use_multiprocessing1 -+19:use_multiprocessing5 1 +1 4:call1 15:multiprocessing-1 
13:x.__getitem__--5 0 0 -5:value-+25:use_multiprocessing=False0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+31:leave `use_multiprocessing` off+31:in the sequence's `__getitem__`
16:threading.Thread6:python10:in-process5 5:group6:target4:name4:args6:kwargs0 -1 5:start0 2 
6:target--1 +4:args+6:kwargs
8:self.run--0 0 1 5:start-6:object--0 -1 4:join0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
15:threading.Timer6:python10:in-process4 8:interval8:function4:args6:kwargs0 -1 5:start0 1 
8:function--1 +4:args+6:kwargs0 1 5:start-6:object--0 -2 4:join6:cancel0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:timeit.repeat6:python10:in-process2 4:stmt5:setup0 -1 4:call0 2 
5:setup--0 
4:stmt--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:timeit.timeit6:python10:in-process2 4:stmt5:setup0 -1 4:call0 2 
5:setup--0 
4:stmt--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:timeout_decorator.timeout()()6:python4:fork1 8:function0 +11:use_signals5 1 -1 4:call1 15:multiprocessing-1 
8:function--4 0 0 -5:value-+44:multiprocessing.set_start_method("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
15:tkinter.*.after6:python10:in-process2 2:ms4:func0 -1 4:call0 1 
4:func--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
14:tkinter.*.bind6:python10:in-process2 8:sequence4:func0 -1 4:call0 1 
4:func--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
14:tkinter.Button6:python10:in-process1 6:master0 -1 4:call0 1 
7:command--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
19:tkinter.Checkbutton6:python10:in-process1 6:master0 -1 4:call0 1 
7:command--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
19:tkinter.Radiobutton6:python10:in-process1 6:master0 -1 4:call0 1 
7:command--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
13:tkinter.Scale6:python10:in-process1 6:master0 -1 4:call0 1 
7:command--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
18:tkinter.ttk.Button6:python10:in-process1 6:master0 -1 4:call0 1 
7:command--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
23:tkinter.ttk.Checkbutton6:python10:in-process1 6:master0 -1 4:call0 1 
7:command--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -3 19:tkinter.Tk.mainloop16:tkinter.mainloop18:tkinter.*.mainloop0 -0 0 -0 -----0 ---
27:torch.multiprocessing.spawn6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:torch.multiprocessing.start_processes6:python4:fork6 2:fn4:args6:nprocs4:join6:daemon12:start_method0 -1 4:call1 15:multiprocessing+12:start_method1 
2:fn-+1 +4:args-0 0 -5:value-+23:start_method="{method}"1 
1 
12:start_method1 5:spawn-0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+38:in the function that the processes run
15:torch.nn.Module6:python10:in-process0 0 -1 5:start0 1 
12:self.forward--5 0 1 8:__call__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
19:torch.nn.Sequential6:python10:in-process8 5:first6:second5:third6:fourth5:fifth5:sixth7:seventh6:eighth0 -1 5:start0 8 
5:first--5 
6:second--5 
5:third--5 
6:fourth--5 
5:fifth--5 
5:sixth--5 
7:seventh--5 
6:eighth--5 0 1 8:__call__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:torch.utils.data.ConcatDataset6:python10:in-process1 8:datasets0 -1 5:start0 1 
20:datasets.__getitem__+-5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:torch.utils.data.DataLoader6:python4:fork12 7:dataset10:batch_size7:shuffle7:sampler13:batch_sampler11:num_workers10:collate_fn10:pin_memory9:drop_last7:timeout14:worker_init_fn23:multiprocessing_context1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context5 
14:worker_init_fn--5 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 0 0 -1 42:torch.utils.data.get_worker_info().dataset7:dataset0 0 ---0 0 0 0 -0 4 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 +18:persistent_workers3 1 +0 0 -0 -----3 
15:dataset.__len__--0 
16:sampler.__iter__--0 
22:batch_sampler.__iter__--0 --+52:in the data set's `__getitem__`, in `worker_init_fn`
23:torch.utils.data.Subset6:python10:in-process2 7:dataset7:indices0 -1 5:start0 1 
19:dataset.__getitem__--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:torch.utils.data.TensorDataset6:python10:in-process4 5:first6:second5:third6:fourth0 -1 5:start0 4 
17:first.__getitem__--5 
18:second.__getitem__--5 
17:third.__getitem__--5 
18:fourth.__getitem__--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
38:torch.utils.data.dataloader.DataLoader6:python4:fork12 7:dataset10:batch_size7:shuffle7:sampler13:batch_sampler11:num_workers10:collate_fn10:pin_memory9:drop_last7:timeout14:worker_init_fn23:multiprocessing_context1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context5 
14:worker_init_fn--5 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 0 0 -1 42:torch.utils.data.get_worker_info().dataset7:dataset0 0 ---0 0 0 0 -0 4 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 +18:persistent_workers3 1 +0 0 -0 -----3 
15:dataset.__len__--0 
16:sampler.__iter__--0 
22:batch_sampler.__iter__--0 --+52:in the data set's `__getitem__`, in `worker_init_fn`
31:torch.utils.data.dataset.Subset6:python10:in-process2 7:dataset7:indices0 -1 5:start0 1 
19:dataset.__getitem__--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:torch.utils.data.random_split6:python10:in-process2 7:dataset7:lengths0 -1 5:start0 1 
19:dataset.__getitem__--5 0 1 11:__getitem__-4:list--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
31:torch_geometric.data.DataLoader6:python4:fork5 7:dataset10:batch_size7:shuffle12:follow_batch12:exclude_keys1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context5 
14:worker_init_fn--5 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
11:dataset.get--5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 0 0 -1 42:torch.utils.data.get_worker_info().dataset7:dataset0 0 ---0 0 0 0 -0 4 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
11:dataset.get--5 +18:persistent_workers3 1 +0 0 -0 -----3 
15:dataset.__len__--0 
16:sampler.__iter__--0 
22:batch_sampler.__iter__--0 --+52:in the data set's `__getitem__`, in `worker_init_fn`
33:torch_geometric.loader.DataLoader6:python4:fork5 7:dataset10:batch_size7:shuffle12:follow_batch12:exclude_keys1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context5 
14:worker_init_fn--5 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
11:dataset.get--5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 0 0 -1 42:torch.utils.data.get_worker_info().dataset7:dataset0 0 ---0 0 0 0 -0 4 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
11:dataset.get--5 +18:persistent_workers3 1 +0 0 -0 -----3 
15:dataset.__len__--0 
16:sampler.__iter__--0 
22:batch_sampler.__iter__--0 --+52:in the data set's `__getitem__`, in `worker_init_fn`
48:torchdata.stateful_dataloader.StatefulDataLoader6:python4:fork12 7:dataset10:batch_size7:shuffle7:sampler13:batch_sampler11:num_workers10:collate_fn10:pin_memory9:drop_last7:timeout14:worker_init_fn23:multiprocessing_context1 11:num_workers3 1:0+11:num_workers2 3 1:01 7:iterate1 15:multiprocessing+23:multiprocessing_context5 
14:worker_init_fn--5 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 0 0 -6:object-+34:multiprocessing_context="{method}"0 -0 0 0 -1 42:torch.utils.data.get_worker_info().dataset7:dataset0 0 ---0 0 0 0 -0 4 
19:dataset.__getitem__--5 
20:dataset.__getitems__--5 
16:dataset.__iter__--0 
10:collate_fn--5 +18:persistent_workers3 1 +0 0 -0 -----3 
15:dataset.__len__--0 
16:sampler.__iter__--0 
22:batch_sampler.__iter__--0 --+52:in the data set's `__getitem__`, in `worker_init_fn`
28:torchvision.datasets.CIFAR106:python10:in-process4 4:root5:train9:transform16:target_transform0 -1 5:start0 2 
9:transform--5 
16:target_transform--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:torchvision.datasets.CIFAR1006:python10:in-process4 4:root5:train9:transform16:target_transform0 -1 5:start0 2 
9:transform--5 
16:target_transform--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:torchvision.datasets.DatasetFolder6:python10:in-process5 4:root6:loader10:extensions9:transform16:target_transform0 -1 5:start0 3 
6:loader--5 
9:transform--5 
16:target_transform--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:torchvision.datasets.FashionMNIST6:python10:in-process4 4:root5:train9:transform16:target_transform0 -1 5:start0 2 
9:transform--5 
16:target_transform--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:torchvision.datasets.ImageFolder6:python10:in-process4 4:root9:transform16:target_transform6:loader0 -1 5:start0 3 
6:loader--5 
9:transform--5 
16:target_transform--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
26:torchvision.datasets.MNIST6:python10:in-process4 4:root5:train9:transform16:target_transform0 -1 5:start0 2 
9:transform--5 
16:target_transform--5 0 1 11:__getitem__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:torchvision.transforms.Compose6:python10:in-process1 10:transforms0 -1 5:start0 1 
10:transforms+-5 0 1 8:__call__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
29:torchvision.transforms.Lambda6:python10:in-process1 5:lambd0 -1 5:start0 1 
5:lambd--5 0 1 8:__call__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
33:torchvision.transforms.v2.Compose6:python10:in-process1 10:transforms0 -1 5:start0 1 
10:transforms+-5 0 1 8:__call__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
32:torchvision.transforms.v2.Lambda6:python10:in-process1 5:lambd0 -1 5:start0 1 
5:lambd--5 0 1 8:__call__-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
37:tornado.httpserver.HTTPServer().start6:python4:fork2 13:num_processes12:max_restarts1 13:num_processes3 1:1+13:num_processes4 3 1:11 4:call0 1 
1:?--0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+49:start one process for each port in place of forks+14:after the fork
36:tornado.ioloop.IOLoop.*.add_callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 -----0 ---
34:tornado.ioloop.IOLoop.*.call_later6:python10:in-process2 5:delay8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 -----0 ---
38:tornado.ioloop.IOLoop.*.spawn_callback6:python10:in-process1 8:callback0 -1 4:call0 1 
8:callback--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 -----0 ---
31:tornado.ioloop.PeriodicCallback6:python10:in-process2 8:callback13:callback_time0 -1 4:call0 1 
8:callback--0 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 -----0 ---
30:tornado.process.fork_processes6:python4:fork2 13:num_processes12:max_restarts0 -1 4:call0 0 0 0 -3:pid--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 -+49:start one process for each port in place of forks+14:after the fork
23:tornado.web.Application6:python10:in-process1 8:handlers0 -1 4:call0 8 
16:handlers.prepare+-5 
12:handlers.get+-5 
13:handlers.post+-5 
12:handlers.put+-5 
14:handlers.patch+-5 
15:handlers.delete+-5 
13:handlers.open+-5 
19:handlers.on_message+-5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 29:tornado.ioloop.IOLoop.*.start0 -0 0 -0 +----0 ---
35:tqdm.contrib.concurrent.process_map6:python4:fork4 2:fn9:iterable19:iterable29:iterable30 -1 4:call1 15:multiprocessing-1 
2:fn--2 3 9:iterable19:iterable29:iterable30 0 -5:value++44:multiprocessing.set_start_method("{method}")0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
34:tqdm.contrib.concurrent.thread_map6:python10:in-process4 2:fn9:iterable19:iterable29:iterable30 -1 4:call0 1 
2:fn--2 3 9:iterable19:iterable29:iterable30 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:transformers.Seq2SeqTrainer6:python4:fork5 5:model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
20:transformers.Trainer6:python4:fork5 5:model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
28:transformers.trainer.Trainer6:python4:fork5 5:model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
25:trio.from_thread.run_sync6:python10:in-process1 2:fn0 -1 4:call0 1 
2:fn--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:trio.open_nursery().start6:python10:in-process1 8:async_fn0 -1 4:call0 1 
8:async_fn--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
30:trio.open_nursery().start_soon6:python10:in-process1 8:async_fn0 -1 4:call0 1 
8:async_fn--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
8:trio.run6:python10:in-process1 8:async_fn0 -1 4:call0 1 
8:async_fn--4 0 0 -8:returned--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
23:trio.to_thread.run_sync6:python10:in-process1 7:sync_fn0 -1 4:call0 1 
7:sync_fn--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
14:trl.DPOTrainer6:python4:fork6 5:model9:ref_model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
14:trl.KTOTrainer6:python4:fork6 5:model9:ref_model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
17:trl.RewardTrainer6:python4:fork5 5:model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
14:trl.SFTTrainer6:python4:fork5 5:model4:args13:data_collator13:train_dataset12:eval_dataset0 +27:args.dataloader_num_workers2 3 1:01 5:start1 15:multiprocessing-3 
25:train_dataset.__getitem__--5 
24:eval_dataset.__getitem__--5 
13:data_collator--5 0 3 5:train8:evaluate7:predict-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 --+31:in the data set's `__getitem__`
37:twisted.internet.reactor.callInThread6:python10:in-process1 8:callable0 -1 4:call0 1 
8:callable--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 28:twisted.internet.reactor.run0 -0 0 -0 -----0 ---
34:twisted.internet.reactor.callLater6:python10:in-process2 5:delay8:callable0 -1 4:call0 1 
8:callable--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 28:twisted.internet.reactor.run0 -0 0 -0 -----0 ---
40:twisted.internet.reactor.callWhenRunning6:python10:in-process1 8:callable0 -1 4:call0 1 
8:callable--4 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 28:twisted.internet.reactor.run0 -0 0 -0 -----0 ---
9:typer.run6:python10:in-process1 8:function0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
11:uvicorn.run6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
13:uwsgi.workers6:python4:fork0 0 -1 6:config0 0 0 0 -6:object-+16:lazy-apps = true0 -0 138 24:flask.Flask.add_url_rule26:flask.Flask.before_request25:flask.Flask.after_request28:flask.Flask.teardown_request31:flask.Flask.teardown_appcontext24:flask.Flask.errorhandler34:flask.Flask.register_error_handler29:flask.Flask.context_processor34:flask.Flask.url_value_preprocessor27:flask.Flask.template_filter27:flask.Flask.template_global32:flask.Flask.before_first_request30:flask.Blueprint.before_request29:flask.Blueprint.after_request32:flask.Blueprint.teardown_request34:flask.Blueprint.before_app_request33:flask.Blueprint.after_app_request36:flask.Blueprint.teardown_app_request28:flask.Blueprint.errorhandler32:flask.Blueprint.app_errorhandler38:flask.Blueprint.register_error_handler33:flask.Blueprint.context_processor37:flask.Blueprint.app_context_processor28:flask.Blueprint.add_url_rule17:flask.Flask.route15:flask.Flask.get16:flask.Flask.post15:flask.Flask.put17:flask.Flask.patch18:flask.Flask.delete21:flask.Blueprint.route19:flask.Blueprint.get20:flask.Blueprint.post19:flask.Blueprint.put21:flask.Blueprint.patch22:flask.Blueprint.delete40:flask.Blueprint.before_app_first_request17:quart.Quart.route15:quart.Quart.get16:quart.Quart.post15:quart.Quart.put17:quart.Quart.patch18:quart.Quart.delete21:quart.Quart.websocket26:quart.Quart.before_serving26:quart.Quart.before_request21:quart.Blueprint.route30:quart.Blueprint.before_request19:fastapi.FastAPI.get20:fastapi.FastAPI.post19:fastapi.FastAPI.put21:fastapi.FastAPI.patch22:fastapi.FastAPI.delete21:fastapi.APIRouter.get22:fastapi.APIRouter.post21:fastapi.APIRouter.put23:fastapi.APIRouter.patch24:fastapi.APIRouter.delete29:fastapi.FastAPI.add_api_route31:fastapi.APIRouter.add_api_route25:fastapi.FastAPI.api_route27:fastapi.APIRouter.api_route24:fastapi.FastAPI.on_event26:fastapi.APIRouter.on_event26:fastapi.FastAPI.middleware33:fastapi.FastAPI.exception_handler25:fastapi.FastAPI.websocket27:fastapi.APIRouter.websocket19:connexion.App.route26:connexion.App.add_url_rule24:connexion.FlaskApp.route31:connexion.FlaskApp.add_url_rule24:connexion.AsyncApp.route17:bottle.Bottle.put20:bottle.Bottle.delete18:bottle.Bottle.hook10:bottle.put13:bottle.delete11:bottle.hook31:fastapi.FastAPI.websocket_route33:fastapi.APIRouter.websocket_route37:fastapi.FastAPI.add_exception_handler33:fastapi.FastAPI.add_event_handler35:fastapi.APIRouter.add_event_handler41:starlette.applications.Starlette.on_event43:starlette.applications.Starlette.middleware50:starlette.applications.Starlette.add_event_handler38:starlette.applications.Starlette.route19:bottle.Bottle.route17:bottle.Bottle.get18:bottle.Bottle.post12:bottle.route10:bottle.get11:bottle.post23:starlette.routing.Route32:starlette.routing.WebSocketRoute42:starlette.applications.Starlette.add_route15:aiohttp.web.get16:aiohttp.web.post15:aiohttp.web.put18:aiohttp.web.delete17:aiohttp.web.patch29:aiohttp.web.RouteTableDef.get30:aiohttp.web.RouteTableDef.post29:aiohttp.web.RouteTableDef.put32:aiohttp.web.RouteTableDef.delete38:aiohttp.web.Application.router.add_get39:aiohttp.web.Application.router.add_post40:aiohttp.web.Application.router.add_route31:aiohttp.web.RouteTableDef().get32:aiohttp.web.RouteTableDef().post31:aiohttp.web.RouteTableDef().put33:aiohttp.web.RouteTableDef().patch34:aiohttp.web.RouteTableDef().delete33:aiohttp.web.RouteTableDef().route32:aiohttp.web.RouteTableDef().view22:aiohttp.web.middleware38:flask_login.LoginManager().user_loader41:flask_login.LoginManager().request_loader18:flask_admin.expose28:flask_socketio.SocketIO().on16:strawberry.field19:strawberry.mutation20:falcon.App.add_route20:falcon.API.add_route25:falcon.asgi.App.add_route18:dash.Dash.callback20:dash.Dash().callback13:dash.callback36:pyramid.config.Configurator.add_view38:pyramid.config.Configurator().add_view24:pyramid.view.view_config12:litestar.get13:litestar.post12:litestar.put14:litestar.patch15:litestar.delete14:litestar.route1 24:uwsgidecorators.postfork+0 0:0:9 11:flask.Flask15:fastapi.FastAPI11:quart.Quart32:starlette.applications.Starlette10:falcon.App13:bottle.Bottle13:connexion.App18:connexion.FlaskApp18:connexion.AsyncApp0 0 0 +5:uwsgi-0 -0 3 
9:processes2 3 1:1
7:workers2 3 1:1
6:master0 2 
9:lazy_apps0 
4:lazy0 4 6:module4:wsgi9:wsgi-file4:file0 4 5:chdir6:chdir210:pythonpath11:python-path10 6:master1:M9:lazy-apps4:lazy14:enable-threads1:T6:vacuum18:single-interpreter11:die-on-term8:need-app4 1:M6:master1:T14:enable-threads1:p9:processes1:w6:module0 ---0 0 0 ---0 0 0 0 -0 0 -11 16:flask.views.View22:flask.views.MethodView22:flask_restful.Resource20:flask_restx.Resource32:starlette.endpoints.HTTPEndpoint37:starlette.endpoints.WebSocketEndpoint44:starlette.middleware.base.BaseHTTPMiddleware26:tornado.web.RequestHandler16:aiohttp.web.View17:graphene.Mutation31:graphene.relay.ClientIDMutation18 6:mutate22:mutate_and_get_payload16:dispatch_request8:dispatch10:on_connect10:on_receive7:prepare3:get4:post3:put5:patch6:delete4:head6:on_get7:on_post6:on_put8:on_patch9:on_delete-0 -----0 -+50:let each worker load the application (`lazy-apps`)+79:in a function with `uwsgidecorators.postfork`, or where a worker first needs it
19:watchdog.*.schedule6:python10:in-process2 13:event_handler4:path0 -1 4:call0 6 
26:event_handler.on_any_event--5 
24:event_handler.on_created--5 
25:event_handler.on_modified--5 
22:event_handler.on_moved--5 
24:event_handler.on_deleted--5 
23:event_handler.on_closed--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -1 16:watchdog.*.start0 -0 0 -0 -----0 ---
22:watchfiles.run_process6:python9:exec-safe0 0 -0 0 0 0 0 -6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
22:websocket.WebSocketApp6:python10:in-process7 3:url6:header7:on_open12:on_reconnect10:on_message8:on_error8:on_close0 -1 5:start0 4 
7:on_open--5 
10:on_message--5 
8:on_error--5 
8:on_close--5 0 1 11:run_forever-6:object--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
25:werkzeug.local.LocalProxy6:python10:in-process1 5:local0 -1 4:call0 1 
5:local--0 0 0 -5:proxy--0 -0 0 0 -0 0 0 ---0 0 0 0 -0 0 -0 0 -0 -----0 ---
27:werkzeug.serving.run_simple6:python4:fork3 8:hostname4:port11:application1 9:processes3 1:1+9:processes2 3 1:11 4:call0 1 
11:application--5 0 0 -5:value-+30:run_simple(..., threaded=True)0 -0 0 0 -0 0 0 +9:processes--0 0 0 0 -0 0 -0 0 -0 -----0 -+26:answer requests in threads+11:in the view
52:xmlrpc.server.SimpleXMLRPCServer().register_function6:python10:in-process2 8:function4:name0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 48:xmlrpc.server.SimpleXMLRPCServer().serve_forever49:xmlrpc.server.SimpleXMLRPCServer().handle_request0 -0 0 -0 +----0 ---
52:xmlrpc.server.SimpleXMLRPCServer().register_instance6:python10:in-process2 8:instance18:allow_dotted_names0 -1 4:call0 1 
10:instance.*--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 48:xmlrpc.server.SimpleXMLRPCServer().serve_forever49:xmlrpc.server.SimpleXMLRPCServer().handle_request0 -0 0 -0 +----0 ---
50:xmlrpc.server.SimpleXMLRPCServer.register_function6:python10:in-process2 8:function4:name0 -1 4:call0 1 
8:function--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 39:socketserver.ForkingMixIn.serve_forever40:socketserver.ForkingMixIn.handle_request0 -0 0 -0 +----0 ---
50:xmlrpc.server.SimpleXMLRPCServer.register_instance6:python10:in-process2 8:instance18:allow_dotted_names0 -1 4:call0 1 
10:instance.*--5 0 0 -5:value--0 -0 0 0 -0 0 0 ---0 0 0 0 -2 39:socketserver.ForkingMixIn.serve_forever40:socketserver.ForkingMixIn.handle_request0 -0 0 -0 +----0 ---4 
8:billiard1 8:billiard1 25:billiard.set_start_method0 1 20:billiard.get_context3 28:billiard.context.ForkContext4:fork34:billiard.context.ForkServerContext10:forkserver29:billiard.context.SpawnContext5:spawn2 
+6:darwin-5:spawn
--4:fork0 -0 
5:mpire1 5:mpire0 0 0 0 1 
--4:fork0 -0 
12:multiprocess2 12:multiprocess17:pathos.helpers.mp1 29:multiprocess.set_start_method1 29:multiprocess.get_start_method1 24:multiprocess.get_context3 32:multiprocess.context.ForkContext4:fork38:multiprocess.context.ForkServerContext10:forkserver33:multiprocess.context.SpawnContext5:spawn1 
--4:fork0 -0 
15:multiprocessing2 15:multiprocessing21:torch.multiprocessing1 32:multiprocessing.set_start_method1 32:multiprocessing.get_start_method1 27:multiprocessing.get_context3 35:multiprocessing.context.ForkContext4:fork41:multiprocessing.context.ForkServerContext10:forkserver36:multiprocessing.context.SpawnContext5:spawn3 
+6:darwin-5:spawn
-+6:>=3.1410:forkserver
--4:fork1 38:multiprocessing.set_forkserver_preload+6:>=3.1414 5:Queue11:SimpleQueue13:JoinableQueue5:Event4:Lock5:RLock9:Semaphore16:BoundedSemaphore9:Condition7:Barrier5:Value5:Array8:RawValue8:RawArray98 
13:Android._Exit4:exit
13:Android._exit4:exit
13:Android.abort4:exit
13:Android.execl4:exec
14:Android.execle4:exec
14:Android.execlp4:exec
13:Android.execv4:exec
14:Android.execve4:exec
14:Android.execvp4:exec
15:Android.execvpe4:exec
12:Android.exit4:exit
15:Android.fexecve4:exec
18:Android.quick_exit4:exit
12:Darwin._Exit4:exit
12:Darwin._exit4:exit
12:Darwin.abort4:exit
12:Darwin.execl4:exec
13:Darwin.execle4:exec
13:Darwin.execlp4:exec
12:Darwin.execv4:exec
13:Darwin.execve4:exec
13:Darwin.execvp4:exec
14:Darwin.execvpe4:exec
11:Darwin.exit4:exit
14:Darwin.fexecve4:exec
17:Darwin.quick_exit4:exit
16:Foundation._Exit4:exit
16:Foundation._exit4:exit
16:Foundation.abort4:exit
16:Foundation.execl4:exec
17:Foundation.execle4:exec
17:Foundation.execlp4:exec
16:Foundation.execv4:exec
17:Foundation.execve4:exec
17:Foundation.execvp4:exec
18:Foundation.execvpe4:exec
15:Foundation.exit4:exit
18:Foundation.fexecve4:exec
21:Foundation.quick_exit4:exit
11:Glibc._Exit4:exit
11:Glibc._exit4:exit
11:Glibc.abort4:exit
11:Glibc.execl4:exec
12:Glibc.execle4:exec
12:Glibc.execlp4:exec
11:Glibc.execv4:exec
12:Glibc.execve4:exec
12:Glibc.execvp4:exec
13:Glibc.execvpe4:exec
10:Glibc.exit4:exit
13:Glibc.fexecve4:exec
16:Glibc.quick_exit4:exit
20:Glibc.syscall.execve4:exec
22:Glibc.syscall.execveat4:exec
18:Glibc.syscall.exit4:exit
24:Glibc.syscall.exit_group4:exit
10:Musl._Exit4:exit
10:Musl._exit4:exit
10:Musl.abort4:exit
10:Musl.execl4:exec
11:Musl.execle4:exec
11:Musl.execlp4:exec
10:Musl.execv4:exec
11:Musl.execve4:exec
11:Musl.execvp4:exec
12:Musl.execvpe4:exec
9:Musl.exit4:exit
12:Musl.fexecve4:exec
15:Musl.quick_exit4:exit
16:Swift.fatalError4:exit
25:Swift.preconditionFailure4:exit
29:argparse.ArgumentParser.error11:system-exit
28:argparse.ArgumentParser.exit11:system-exit
13:builtins.exit11:system-exit
13:builtins.quit11:system-exit
19:click.Context.abort11:system-exit
18:click.Context.exit11:system-exit
18:click.Context.fail11:system-exit
11:flask.abort5:raise
8:os._exit4:exit
8:os.abort4:exit
8:os.execl4:exec
9:os.execle4:exec
9:os.execlp4:exec
10:os.execlpe4:exec
8:os.execv4:exec
9:os.execve4:exec
9:os.execvp4:exec
10:os.execvpe4:exec
11:pytest.exit11:system-exit
11:pytest.fail5:raise
11:pytest.skip5:raise
12:pytest.xfail5:raise
8:sys.exit11:system-exit
18:tornado.gen.Return6:return
22:unittest.TestCase.fail5:raise
26:unittest.TestCase.skipTest5:raise
25:werkzeug.exceptions.abort5:raise8 
7:aiohttp1 23:aiohttp.web.Application1 25:aiohttp.web.RouteTableDef0 0 0 0 0 0 1 19:aiohttp.web.Request0 0 0 0 0 +
5:click0 0 0 0 2 11:click.group16:rich_click.group0 2 18:click.pass_context0:14:click.pass_obj3:obj1 13:click.Context0 0 1 11:add_command1 25:click.make_pass_decorator0 0 -
7:fastapi1 15:fastapi.FastAPI1 17:fastapi.APIRouter3 35:fastapi.FastAPI.on_event('startup')37:fastapi.APIRouter.on_event('startup')34:fastapi.FastAPI.middleware('http')1 8:lifespan0 2 15:fastapi.Depends16:fastapi.Security0 0 2 15:fastapi.Request26:starlette.requests.Request0 0 0 0 0 -
5:flask1 11:flask.Flask1 15:flask.Blueprint4 26:flask.Flask.before_request32:flask.Flask.before_first_request30:flask.Blueprint.before_request34:flask.Blueprint.before_app_request0 0 0 0 0 0 1 17:flask.current_app0 0 1 7:flask.g2 25:flask.Flask.app_context()34:flask.Flask.test_request_context()-
5:quart1 11:quart.Quart1 15:quart.Blueprint3 26:quart.Quart.before_serving26:quart.Quart.before_request30:quart.Blueprint.before_request0 0 0 0 0 0 1 17:quart.current_app0 0 1 7:quart.g2 25:quart.Quart.app_context()34:quart.Quart.test_request_context()-
5:sanic1 11:sanic.Sanic1 15:sanic.Blueprint3 31:sanic.Sanic.before_server_start22:sanic.Sanic.middleware22:sanic.Sanic.on_request0 0 0 0 0 2 13:sanic.Request21:sanic.request.Request0 0 0 0 0 +
9:starlette1 32:starlette.applications.Starlette0 0 1 8:lifespan0 0 0 0 1 26:starlette.requests.Request0 0 0 0 0 +
5:typer1 11:typer.Typer0 1 20:typer.Typer.callback0 0 0 0 2 13:typer.Context13:click.Context0 0 1 9:add_typer0 0 0 -1 
6:django3 37:django.core.wsgi.get_wsgi_application37:django.core.asgi.get_asgi_application12:django.setup22:DJANGO_SETTINGS_MODULE6 16:django.urls.path19:django.urls.re_path21:django.urls.conf.path24:django.urls.conf.re_path20:django.conf.urls.url24:django.conf.urls.re_path3 19:django.urls.include24:django.urls.conf.include24:django.conf.urls.include2 21:django.apps.AppConfig28:django.apps.config.AppConfig3 32:rest_framework.decorators.action36:rest_framework.decorators.list_route38:rest_framework.decorators.detail_route23 5:setup8:dispatch7:initial3:get4:post3:put5:patch6:delete4:head7:options12:get_queryset10:get_object16:get_context_data10:form_valid4:list8:retrieve6:create6:update14:partial_update7:destroy14:perform_create14:perform_update15:perform_destroy5 15:process_request12:process_view16:process_response17:process_exception25:process_template_response64 3:Bio3:PIL4:attr5:attrs3:bs47:chardet11:cloudpickle3:cv28:dateutil4:dill4:docx6:ffmpeg4:ftfy8:html5lib7:imageio6:jinja210:jsonschema7:librosa4:lxml3:lz48:markdown10:markupsafe10:matplotlib7:msgpack7:mutagen8:networkx7:nibabel4:nltk7:numexpr5:numpy8:openpyxl6:orjson9:packaging6:pandas8:pdfminer10:pdfplumber7:pydicom5:pypdf4:pytz9:rapidfuzz5:rdkit5:regex5:scipy7:seaborn7:shapely10:simplejson7:skimage6:snappy9:soundfile11:statsmodels5:sympy8:tabulate8:tifffile4:toml5:tomli7:tomlkit4:tqdm7:trimesh5:ujson9:unidecode9:xmltodict6:xxhash4:yaml9:zstandard122 3:PIL5:array6:base648:binascii6:bisect3:bs43:bz28:calendar7:chardet5:cmath6:codecs12:configparser3:csv8:datetime8:dateutil7:decimal7:difflib4:docx5:email5:errno5:fcntl7:filecmp9:fileinput7:fnmatch9:fractions4:ftfy6:ftplib7:getpass4:glob3:grp4:gzip7:hashlib4:hmac4:html8:html5lib4:http7:imageio7:imaplib2:io9:ipaddress4:json7:librosa9:linecache6:locale7:logging4:lxml3:lz44:lzma7:mailbox8:markdown4:math9:mimetypes4:mmap7:msgpack4:nltk7:numexpr5:numpy8:openpyxl6:orjson2:os9:packaging7:pathlib8:pdfminer10:pdfplumber8:platform8:plistlib6:poplib9:posixpath6:pprint3:pwd7:pydicom5:pypdf4:pytz6:random9:rapidfuzz2:re5:regex8:resource5:scipy7:secrets6:select5:shlex6:shutil10:simplejson7:skimage7:smtplib6:socket9:soundfile3:ssl4:stat10:statistics6:string6:struct10:subprocess6:syslog8:tabulate8:tempfile8:textwrap4:time6:timeit5:token8:tokenize4:toml5:tomli7:tomlkit7:tomllib9:traceback5:ujson11:unicodedata9:unidecode6:urllib4:uuid8:warnings10:webbrowser3:xml9:xmltodict6:xxhash4:yaml7:zipfile4:zlib8:zoneinfo9:zstandard44 20:async_lru.alru_cache19:functools.lru_cache25:boltons.cacheutils.cached19:functools.lru_cache33:boltons.cacheutils.cachedproperty25:functools.cached_property31:cached_property.cached_property25:functools.cached_property17:cachetools.cached19:functools.lru_cache25:cachetools.func.lfu_cache19:functools.lru_cache25:cachetools.func.lru_cache19:functools.lru_cache25:cachetools.func.ttl_cache19:functools.lru_cache35:celery.utils.imports.symbol_by_name20:pkgutil.resolve_name15:cytoolz.memoize19:functools.lru_cache41:django.utils.module_loading.import_string20:pkgutil.resolve_name34:fastapi.background.BackgroundTasks23:fastapi.BackgroundTasks21:hydra.utils.get_class20:pkgutil.resolve_name22:hydra.utils.get_method20:pkgutil.resolve_name21:joblib.Memory().cache19:functools.lru_cache27:kombu.utils.cached_property25:functools.cached_property34:kombu.utils.imports.symbol_by_name20:pkgutil.resolve_name35:kombu.utils.objects.cached_property25:functools.cached_property21:methodtools.lru_cache19:functools.lru_cache15:numpy.vectorize17:functools.partial27:pebble.asynchronous.process25:pebble.concurrent.process26:pebble.asynchronous.thread24:pebble.concurrent.thread12:pydoc.locate20:pkgutil.resolve_name23:pyramid.decorator.reify25:functools.cached_property19:pytest.importorskip23:importlib.import_module18:sklearn.base.clone9:copy.copy13:sklearn.clone9:copy.copy41:sqlalchemy.ext.declarative.as_declarative31:sqlalchemy.orm.declarative_base29:sqlalchemy.orm.as_declarative31:sqlalchemy.orm.declarative_base36:starlette.background.BackgroundTasks23:fastapi.BackgroundTasks24:streamlit.cache_resource19:functools.lru_cache32:streamlit.experimental_singleton19:functools.lru_cache23:toolz.functoolz.memoize19:functools.lru_cache13:toolz.memoize19:functools.lru_cache13:torch.compile13:weakref.proxy16:torch.jit.script13:weakref.proxy15:torch.jit.trace13:weakref.proxy21:torch.nn.DataParallel13:weakref.proxy45:torch.nn.SyncBatchNorm.convert_sync_batchnorm13:weakref.proxy30:torch.nn.parallel.DataParallel13:weakref.proxy41:torch.nn.parallel.DistributedDataParallel13:weakref.proxy47:tornado.ioloop.IOLoop.current().run_in_executor40:asyncio.get_event_loop().run_in_executor30:werkzeug.utils.cached_property25:functools.cached_property28:werkzeug.utils.import_string20:pkgutil.resolve_name11 
5:FG10117:delta-across-fork83:a process that has touched a Delta table forks, and the child uses Delta tables too5:error-10432:# FG101: `delta-across-fork`

## What it finds

A process that has opened, read or written a Delta table through `deltalake` (delta-rs) and that then forks
without `exec`, while the child's own code reaches a Delta table as well. The finding stands at the line that
forks; it names the line that touched the table, the calls between the two, and the child's use.

A touch is every call that enters the library's runtime: `DeltaTable(...)`, `write_deltalake(...)`,
`table.history()`, `table.to_pandas()`, `table.optimize.compact()`, `table.merge(...).execute()` and their like.
The Delta functions of polars, Daft, Ibis, dask-deltatable and dlt end in the same library, and so in the same
runtime: a table written with `frame.write_delta(...)` in the parent and read with `DeltaTable(...)` in the child is
one hazard, not two halves of none.

`import deltalake`, schemas, `table.version()`, `table.file_uris()` and whatever else reads what a loaded table holds
in memory are no touches. A `QueryBuilder()` is none either, until it executes.

It is an error when the child's use is proven, and a warning when the child's code is not wholly known. It is
silent when the child's code is known and never comes near a table, when the start method is not fork, and when
the version pinned in the project is one that bears a fork.

## Why it breaks

Since version 0.17.0 `deltalake` keeps one Tokio runtime for the whole process. The first call that needs it starts
its worker threads. A fork copies the memory of a process but only the thread that called it: the child holds a
runtime that believes in its workers, and none of them exists there. What follows depends on the version:

| deltalake | the child's first use of a table |
|---|---|
| up to 0.16.4 | works: every call built a runtime of its own |
| 0.17.0 to 0.18.2 | hangs, without a line of output; some users saw `failed to join thread: Resource deadlock avoided (os error 35)` |
| 0.19.0 to 0.20.2 | dies of a panic, `Forked process detected`, in whose text the two process ids are swapped |
| from 0.21.0 | dies of the same panic, the ids in their right places |

The panic of the later versions looks like the end of the matter, and is not:

* **`Pool.map` still waits for ever.** The panic reaches Python as `pyo3_runtime.PanicException`, which derives from
  `BaseException`. The pool's worker catches `Exception` only, dies of it, and its task is lost with it. The pool starts
  a new worker, by another fork, and nobody ever answers for the lost task: `map`, `starmap` and `apply_async(...).get()`
  do not return.
* **`ProcessPoolExecutor` blames something else.** Its worker does catch the panic and tries to send it home. The class
  belongs to no importable module, so the parent sees a `PicklingError` that names `pyo3_runtime`, or a broken pool.
* **A `Process` fails in silence.** The child writes the panic to standard error and ends with status 1; `join()`
  returns as if nothing had happened, and the parent exits with 0 unless it looks at `exitcode`.
* **`except Exception` does not help**, for the same reason: the panic passes it.
* **The message sends one looking in the wrong place.** It speaks of multithreading, names two process ids and no line of
  the program. The line to change is the one where the parent touched a table, or the one where it forked.

A child that hangs may also do so once in ten runs: a touch on one branch, a cache that is sometimes warm, a start order
that differs between machines decide whether the parent had a runtime when it forked.

## Instead

**Start workers with `spawn` or `forkserver`.** The child is then no copy of a process that has touched a table.
`multiprocessing.set_start_method("spawn")` in the main block does it for the whole program,
`multiprocessing.get_context("spawn").Pool()` and `ProcessPoolExecutor(mp_context=...)` for one pool. From Python 3.14 on
`forkserver` is the default on Linux. *Price:* each spawned worker imports its modules again, from tenths of a second to
seconds with heavy imports; the function must be importable, so no lambda and no local function; its arguments are pickled; the main module
needs its `if __name__ == "__main__":` guard.

The fork server imports once for all, and its workers are forked from it: what `set_forkserver_preload` names, and from
Python 3.14.0 and 3.13.8 on the main module by default, must not touch a table at its top level, nor must what it imports.
`spawn` has no such server.

**Use threads.** delta-rs gives up the GIL while it lists, reads and writes, and its runtime is made for several callers.
`ThreadPoolExecutor(8).map(...)` is often the fastest remedy as well as the shortest. *Price:* what is done with the data in
pure Python afterwards shares one GIL.

**Use asyncio.** `await asyncio.to_thread(DeltaTable, path)` is the same remedy in a coroutine. *Price:* as for threads.

**Do not touch before the fork.** Where the parent only wants to know a version or a list of files, let the first worker find
out, or fork the workers first and touch afterwards. *Price:* the order must stay so; forkguard keeps watch over it. A `Pool`
with `maxtasksperchild` forks again later, and so does one that lost a worker.

**Hand over data, not tables.** Read in the parent and send the workers Arrow tables or the paths of Parquet files.
*Price:* what is sent is copied; readers of bare Parquet files know nothing of deletion vectors or column mapping.

**Fail fast.** Where a fork cannot be avoided, look at `exitcode` after `join()`, give `map_async(...).get(timeout=...)` a time
limit, and prefer `ProcessPoolExecutor`, which notices a dead worker, to `Pool`, which does not. *Price:* the work is
still lost; only the waiting is not.

Upgrading `deltalake` is no remedy: no released version from 0.17.0 on can be used on both sides of a fork.

## What it cannot see

* A path that only data decides: a function found by name at run time, a plug-in, code built with `exec`.
* A table received from unscanned code whose type no annotation names.
* A fork inside a library for which there is no launcher rule, or inside native code.
* The version that is really installed: the pinned one is taken, and the newest where nothing is pinned.
* Whether time has passed: with 0.17.0 to 0.18.2 a child forked long after the last call may get through, since idle
  threads of the runtime have ended by then. It is reported all the same.
* Whether a start method is chosen by a program that imports the scanned one.

## Examples

The case that named the rule: a function called in the parent and then handed to a forked process.

```python pins="deltalake==0.18.2" target="3.12"
from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()  # error: FG101
    process.join()
```

The same program with spawned children is right.

```python pins="deltalake==0.18.2" target="3.12"
from multiprocessing import Process, set_start_method

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    set_start_method("spawn")
    load()
    process = Process(target=load)
    process.start()
    process.join()
```

From Python 3.14 on the fork server is the default on Linux, and the first program is right as it stands.

```python pins="deltalake==1.6.6" target="3.14"
from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()
    process.join()
```

The pool forks while the parent's runtime runs; `map` never returns, although the library detects the fork.

```python pins="deltalake==1.6.6" target="3.12"
from multiprocessing import Pool

from deltalake import DeltaTable

table = DeltaTable("/data/events")


def describe(version):
    table.load_as_version(version)
    return table.to_pyarrow_table().num_rows


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG101
        print(pool.map(describe, range(10)))
```

Threads share the runtime, so that nothing needs to be forked at all.

```python pins="deltalake==1.6.6" target="3.12"
from concurrent.futures import ThreadPoolExecutor

from deltalake import DeltaTable

PATH = "/data/events"


def describe(version):
    return DeltaTable(PATH, version=version).to_pyarrow_table().num_rows


if __name__ == "__main__":
    newest = DeltaTable(PATH).version()
    with ThreadPoolExecutor(4) as pool:
        print(list(pool.map(describe, range(newest))))
```

The table is opened late in one round of the loop, and the next round forks.

```python target="3.12"
from multiprocessing import Process

from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


def main(paths):
    for path in paths:
        worker = Process(target=compact, args=(path,))
        worker.start()  # error: FG101
        worker.join()
        print(path, DeltaTable(path).version())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
```

The parent that only collects what its children send is right: each child touches its table for itself.

```python target="3.12"
from multiprocessing import Pool

from deltalake import DeltaTable


def version(path):
    return path, DeltaTable(path).version()


def main(paths):
    with Pool() as pool:
        for path, number in pool.imap_unordered(version, paths):
            print(path, number)


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
```

A suppression names the rule and says why.

```python target="3.12"
import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
```

## Evidence

* The report that started it: <https://github.com/delta-io/delta-rs/issues/2744>
* The change that made the runtime one for the process: <https://github.com/delta-io/delta-rs/pull/2424>
* The check of the process id: <https://github.com/delta-io/delta-rs/pull/2765>
* Its first false alarms: <https://github.com/delta-io/delta-rs/issues/2905>
* Tokio on forks: <https://github.com/tokio-rs/tokio/issues/4301>
8 
3:bad98:The case that named the rule: a function called in the parent and then handed to a forked process.264:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()  # error: FG101
    process.join()
1 9:deltalake6:0.18.2+4:3.12
4:good48:The same program with spawned children is right.296:from multiprocessing import Process, set_start_method

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    set_start_method("spawn")
    load()
    process = Process(target=load)
    process.start()
    process.join()
1 9:deltalake6:0.18.2+4:3.12
4:good105:From Python 3.14 on the fork server is the default on Linux, and the first program is right as it stands.248:from multiprocessing import Process

from deltalake import DeltaTable


def load():
    return DeltaTable("/data/events").to_pandas()


if __name__ == "__main__":
    load()
    process = Process(target=load)
    process.start()
    process.join()
1 9:deltalake5:1.6.6+4:3.14
3:bad107:The pool forks while the parent's runtime runs; `map` never returns, although the library detects the fork.324:from multiprocessing import Pool

from deltalake import DeltaTable

table = DeltaTable("/data/events")


def describe(version):
    table.load_as_version(version)
    return table.to_pyarrow_table().num_rows


if __name__ == "__main__":
    with Pool(4) as pool:  # error: FG101
        print(pool.map(describe, range(10)))
1 9:deltalake5:1.6.6+4:3.12
4:good69:Threads share the runtime, so that nothing needs to be forked at all.369:from concurrent.futures import ThreadPoolExecutor

from deltalake import DeltaTable

PATH = "/data/events"


def describe(version):
    return DeltaTable(PATH, version=version).to_pyarrow_table().num_rows


if __name__ == "__main__":
    newest = DeltaTable(PATH).version()
    with ThreadPoolExecutor(4) as pool:
        print(list(pool.map(describe, range(newest))))
1 9:deltalake5:1.6.6+4:3.12
3:bad76:The table is opened late in one round of the loop, and the next round forks.399:from multiprocessing import Process

from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


def main(paths):
    for path in paths:
        worker = Process(target=compact, args=(path,))
        worker.start()  # error: FG101
        worker.join()
        print(path, DeltaTable(path).version())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good103:The parent that only collects what its children send is right: each child touches its table for itself.335:from multiprocessing import Pool

from deltalake import DeltaTable


def version(path):
    return path, DeltaTable(path).version()


def main(paths):
    with Pool() as pool:
        for path, number in pool.imap_unordered(version, paths):
            print(path, number)


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good42:A suppression names the rule and says why.251:import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
0 +4:3.12
5:FG10226:native-runtime-across-fork93:a process whose native library has started its threads forks, and the child uses that library5:error-2495:# FG102: `native-runtime-across-fork`

## What it finds

A process that has made a native library start its pool of threads, and that then forks without `exec`, while the child's
own code calls into the same library. The finding stands at the line that forks and names the call that started the pool
and the child's use.

`forkguard rules` lists the libraries that are known today. Delta tables have a rule of their own, FG101.

## Why it breaks

Libraries written in Rust or C++ keep one pool of threads for the process: Rayon, Tokio, OpenMP, or one of their own. The pool
starts at the first call that needs it. A fork copies the pool's memory, its queues and its locks, and none of its threads.
The child puts work into a queue that nobody empties, and waits.

polars hangs so in 0.20.31, 1.20.0 and 2.1.0 alike: after a query in the parent, even of two rows, the child's `sort`, `group_by`,
`join`, `filter`, `unique`, `read_csv`, `read_parquet` and `collect` never return. What does no harm is importing it, building
a `DataFrame`, scanning a file lazily, and a child that does these things only. From 1.14 to 1.17 polars printed a warning at
the fork; it was removed, because it came in harmless programs as well.

## Instead

**Start workers with `spawn` or `forkserver`.** *Price:* a spawned worker imports its modules again, its function must be
importable and its arguments are pickled.

**Leave the parallelism to the library.** Its pool uses every core already; several processes with a pool each compete for
them. *Price:* none, as a rule: a lazy query over all files is faster than one process a file.

**Do not touch before the fork.** Build lazy queries in the parent and collect them in the children. *Price:* the order must
stay so.

## What it cannot see

* Frames of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.
* Native libraries for which there is no rule.
* Forks inside libraries for which there is no launcher rule.

## Examples

The parent reads a file, which starts the pool; the child's query hangs.

```python target="3.12"
import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:  # error: FG102
    print(frame.group_by("region").agg(pl.len()))
    os._exit(0)
```

The child that only looks at what it inherited is right.

```python target="3.12"
import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:
    print(frame.height)
    os._exit(0)
```
2 
3:bad72:The parent reads a file, which starts the pool; the child's query hangs.173:import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:  # error: FG102
    print(frame.group_by("region").agg(pl.len()))
    os._exit(0)
0 +4:3.12
4:good56:The child that only looks at what it inherited is right.131:import os

import polars as pl

frame = pl.read_csv("/data/sales.csv")

if os.fork() == 0:
    print(frame.height)
    os._exit(0)
0 +4:3.12
5:FG10323:accelerator-across-fork65:a process that has set up a GPU forks, and the child uses the GPU5:error-4778:# FG103: `accelerator-across-fork`

## What it finds

A process that has called into the driver of an accelerator, and that then forks without `exec`, while the child's own code
uses the accelerator as well. The finding stands at the line that forks and names the call that reached the driver and the
child's use.

With PyTorch such a call is `model.cuda()`, `tensor.to("cuda")`, `torch.zeros(4, device="cuda")`, `torch.cuda.set_device(0)`,
`torch.cuda.current_device()`, `torch.cuda.get_device_properties(0)`, `torch.load(path, map_location="cuda")` and, to the
surprise of many, `torch.cuda.is_available()`. No such call is `torch.cuda.device_count()`, which asks NVML instead of the
driver; nor are `torch.cuda.manual_seed()`, which waits until CUDA is set up, and `torch.cuda.empty_cache()`, which does
nothing before that.

It is silent when the child's use is not proven: to fork workers that read files while the parent trains on a GPU is the
rule, and does no harm.

## Why it breaks

The CUDA driver binds its state to the process that set it up, and a fork copies only the half of it that lies in that
process's memory. Every call of the child into the driver fails with `initialization error`. The libraries remember that they
were forked and refuse before it comes to that: PyTorch with `Cannot re-initialize CUDA in forked subprocess`, Numba with
`CUDA initialized before forking`.

`torch.cuda.is_available()` counts the devices through the driver, and that is enough: the child's first tensor on the GPU
fails. With `PYTORCH_NVML_BASED_CUDA_CHECK=1` in the environment it asks NVML instead, and then does no harm.

## Instead

**Start workers with `spawn` or `forkserver`.** For a `DataLoader`: `multiprocessing_context="spawn"`. *Price:* a spawned worker
imports its modules again, its arguments are pickled, and each that uses the GPU has a CUDA context of its own, some hundred
megabytes of the GPU's memory.

**Keep workers off the GPU.** A data set returns CPU tensors, and the training loop moves whole batches, with
`pin_memory=True` while the next one is computed. *Price:* none; it is the faster way.

**Keep the parent off the GPU.** Count devices with `torch.cuda.device_count()`, and let only the children set up CUDA.
*Price:* the order must stay so.

## What it cannot see

* The environment variable `PYTORCH_NVML_BASED_CUDA_CHECK`.
* A device that is an object: what `torch.device("cuda")` was made with is not followed into `.to(device)`. A device that is a
  string is.
* A tensor that lies on the GPU already when the child inherits it.
* Models and tensors of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.

## Examples

The parent's model is on the GPU, and the child wants one of its own there.

```python target="3.12"
from multiprocessing import Process

import torch


def evaluate(path):
    model = torch.nn.Linear(16, 2).to("cuda")
    model.load_state_dict(torch.load(path))
    print(model(torch.ones(16, device="cuda")))


def main():
    model = torch.nn.Linear(16, 2).to("cuda")
    torch.save(model.state_dict(), "/data/model.pt")
    worker = Process(target=evaluate, args=("/data/model.pt",))
    worker.start()  # error: FG103
    worker.join()


if __name__ == "__main__":
    main()
```

To ask whether there is a GPU is enough to keep the children from using it.

```python target="3.12"
from multiprocessing import Pool

import torch

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def norm(size):
    return torch.rand(size, device=DEVICE).norm().item()


if __name__ == "__main__":
    with Pool(2) as pool:  # error: FG103
        print(pool.map(norm, [10, 100]))
```

A spawned worker sets up CUDA for itself.

```python target="3.12"
from multiprocessing import get_context

import torch

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def norm(size):
    return torch.rand(size, device=DEVICE).norm().item()


if __name__ == "__main__":
    with get_context("spawn").Pool(2) as pool:
        print(pool.map(norm, [10, 100]))
```

Workers that stay off the GPU may be forked.

```python target="3.12"
from multiprocessing import Pool

import torch


def read(path):
    with open(path, "rb") as file:
        return len(file.read())


if __name__ == "__main__":
    model = torch.nn.Linear(16, 2).cuda()
    with Pool(2) as pool:
        print(pool.map(read, ["/data/a", "/data/b"]))
```

## Evidence

* CUDA and processes, in PyTorch's manual: <https://docs.pytorch.org/docs/stable/notes/multiprocessing.html#cuda-in-multiprocessing>
* Counting devices without the driver: <https://github.com/pytorch/pytorch/issues/83973>
* The error in the wild: <https://github.com/pytorch/pytorch/issues/40403>, <https://github.com/pytorch/pytorch/issues/68861>
4 
3:bad75:The parent's model is on the GPU, and the child wants one of its own there.480:from multiprocessing import Process

import torch


def evaluate(path):
    model = torch.nn.Linear(16, 2).to("cuda")
    model.load_state_dict(torch.load(path))
    print(model(torch.ones(16, device="cuda")))


def main():
    model = torch.nn.Linear(16, 2).to("cuda")
    torch.save(model.state_dict(), "/data/model.pt")
    worker = Process(target=evaluate, args=("/data/model.pt",))
    worker.start()  # error: FG103
    worker.join()


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad75:To ask whether there is a GPU is enough to keep the children from using it.291:from multiprocessing import Pool

import torch

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def norm(size):
    return torch.rand(size, device=DEVICE).norm().item()


if __name__ == "__main__":
    with Pool(2) as pool:  # error: FG103
        print(pool.map(norm, [10, 100]))
0 +4:3.12
4:good41:A spawned worker sets up CUDA for itself.303:from multiprocessing import get_context

import torch

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def norm(size):
    return torch.rand(size, device=DEVICE).norm().item()


if __name__ == "__main__":
    with get_context("spawn").Pool(2) as pool:
        print(pool.map(norm, [10, 100]))
0 +4:3.12
4:good44:Workers that stay off the GPU may be forked.283:from multiprocessing import Pool

import torch


def read(path):
    with open(path, "rb") as file:
        return len(file.read())


if __name__ == "__main__":
    model = torch.nn.Linear(16, 2).cuda()
    with Pool(2) as pool:
        print(pool.map(read, ["/data/a", "/data/b"]))
0 +4:3.12
5:FG10418:handle-across-fork102:a process forks while it holds an open connection, client or file, and the child uses that same object5:error-3304:# FG104: `handle-across-fork`

## What it finds

A process that opens a connection, a client or a file, and that then forks without `exec`, while the child's own code uses
the object that it inherited: a global, an attribute of `self`, a variable of the surrounding function, an argument, the
value of a getter that caches. The finding stands at the line that forks and names the call that opened the object and the
child's use.

An object that the child makes for itself is no finding: that is the remedy. Nor is one that is closed before the fork.

## Why it breaks

A fork copies the object and not what lies behind it. Parent and child hold the same socket or the same open file, and each
believes that it is alone.

* **Database connections** (psycopg, psycopg2, SQLAlchemy's pools): both processes write to one socket. Each reads answers to
  the other's questions, and the one that closes first ends the session of both. With the drivers of MySQL a worker gets
  another worker's rows, as a rule without an error.
* **HTTP clients** (requests, httpx, urllib3, boto3): a request leaves its connection open for the next one. Workers that
  inherit it send through the same socket at once, and some read the answer to another worker's request. It comes to that
  only if the parent has sent a request before the fork, to the same server.
* **SQLite**: locks belong to a process and the connection remembers those of its parent. SQLite forbids even to close an
  inherited connection, and names a damaged database file as the price.
* **HDF5 files**: the processes share the open file, and each has caches that know nothing of the other's changes.
* **Clients with threads** (gRPC, Kafka, ZeroMQ, MQTT, Cassandra): the threads that send and receive stay behind in the
  parent. The child's calls fail, wait for ever, or look as if they had worked: a Kafka producer accepts messages and never
  sends them.

## Instead

**Make it in the child.** Call `connect` in the worker's function, or in the pool's `initializer`, which runs once in every
worker. *Price:* one connection a process.

**Close it before the fork.** Read what the parent needs, close, fork. *Price:* the parent opens it again afterwards.

**Start workers with `spawn` or `forkserver`.** They inherit nothing, and a connection handed to them raises an error at once
because it cannot be pickled. *Price:* a spawned worker imports its modules again and its arguments are pickled.

## What it cannot see

* An object of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.
* An object that the child only keeps, and that is closed when the child ends.
* Resources hidden in an object of a library without a rule.

## Examples

The child writes through the connection that the parent opened.

```python target="3.12"
import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:  # error: FG104
    connection.execute("UPDATE jobs SET state = 'done'")
    connection.commit()
    os._exit(0)
```

The child opens its own.

```python target="3.12"
import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:
    own = sqlite3.connect("/data/jobs.db")
    own.execute("UPDATE jobs SET state = 'done'")
    own.commit()
    os._exit(0)
```
2 
3:bad63:The child writes through the connection that the parent opened.205:import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:  # error: FG104
    connection.execute("UPDATE jobs SET state = 'done'")
    connection.commit()
    os._exit(0)
0 +4:3.12
4:good24:The child opens its own.218:import os
import sqlite3

connection = sqlite3.connect("/data/jobs.db")

if os.fork() == 0:
    own = sqlite3.connect("/data/jobs.db")
    own.execute("UPDATE jobs SET state = 'done'")
    own.commit()
    os._exit(0)
0 +4:3.12
5:FG10518:thread-across-fork130:a process forks while an executor, an event loop or a lock depends on a thread that the child does not have, and the child uses it5:error-3164:# FG105: `thread-across-fork`

## What it finds

A process that has handed work to a `ThreadPoolExecutor`, and that then forks without `exec`, while the child's own code hands
work to the executor that it inherited. The finding stands at the line that forks and names the call that started the threads
and the child's use.

An executor made in the child is no finding, nor is one that was shut down before the fork.

The same holds for an event loop that a thread runs (`threading.Thread(target=loop.run_forever)`) and to which the child hands a
coroutine with `run_coroutine_threadsafe`, and for a `threading.Lock` that the parent holds at the fork and for which the child
waits. A lock that a running thread takes now and then is a warning: whether the fork falls into its block is a matter of luck.
Threads that are joined before the fork are no finding.

## Why it breaks

A fork copies only the thread that calls it. The executor's threads stay behind in the parent, but the copied object still
lists them, and counts those that were idle. For as many pieces of work as it believes threads to be idle, and for all once
the list is full, it starts no new thread and puts the work into a queue that nobody reads. `result()` then waits for ever.
A child that hands over more work than that may get through, by luck: its new threads empty the queue.

A loop's copy believes that it runs, and a lock's copy is held for ever: who would run the one and release the other is a thread of the
parent.

## Instead

**Make the executor in the child**, in the worker's function or in the pool's `initializer`. *Price:* none worth naming: threads
start when work comes.

**Shut it down before the fork.** Leaving its `with` block does that. *Price:* the fork waits until the work is done.

**Fork before the first `submit` or `map`.** An executor without threads works in the child. *Price:* the order must stay so.

**Start workers with `spawn` or `forkserver`.** *Price:* a spawned worker imports its modules again and its arguments are pickled.

## What it cannot see

* Locks inside libraries and of the interpreter, and a plain thread whose work the child would miss.
* An executor of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.

## Examples

The parent's work has started the executor's threads; the child's waits for ever.

```python target="3.12"
import os
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(4)


def size(name):
    return os.stat(name).st_size


print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:  # error: FG105
    print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
```

The executor was shut down where its block ends, and the child makes another.

```python target="3.12"
import os
from concurrent.futures import ThreadPoolExecutor


def size(name):
    return os.stat(name).st_size


with ThreadPoolExecutor(4) as executor:
    print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:
    with ThreadPoolExecutor(4) as executor:
        print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
```
2 
3:bad81:The parent's work has started the executor's threads; the child's waits for ever.308:import os
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(4)


def size(name):
    return os.stat(name).st_size


print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:  # error: FG105
    print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
0 +4:3.12
4:good77:The executor was shut down where its block ends, and the child makes another.350:import os
from concurrent.futures import ThreadPoolExecutor


def size(name):
    return os.stat(name).st_size


with ThreadPoolExecutor(4) as executor:
    print(executor.submit(size, "/etc/hosts").result())

if os.fork() == 0:
    with ThreadPoolExecutor(4) as executor:
        print(executor.submit(size, "/etc/passwd").result())
    os._exit(0)
0 +4:3.12
5:FG10624:random-state-across-fork92:a process that has used NumPy's random numbers forks, and its children draw the same numbers7:warning+3228:# FG106: `random-state-across-fork`

## What it finds

A process that has used `numpy.random`, and that then forks without `exec`, while the child's own code draws from the state that
it inherited: the global one behind `numpy.random.rand()` and its like, or a `Generator` or `RandomState` that the parent made. The
finding stands at the line that forks and names the parent's call and the child's.

It is off unless it is selected (`--select FG106`): some programs want the same numbers on both sides, and nothing hangs.

## Why it breaks

The state of a random number generator is memory, and a fork copies memory. All children go on from the same state and draw
the same numbers: ten workers simulate one and the same run ten times, and augmentation does to every worker's images the
same things. No error tells of it; the results are only less random than they look. Seeding in the parent changes
nothing, for the state that the seed made is copied as well.

Python's own `random` module is no such case: it seeds itself again in every forked child.

## Instead

**Make a generator in the child**, in the worker's function or in the pool's `initializer`: `numpy.random.default_rng()` takes
fresh entropy from the system. *Price:* the run cannot be repeated.

**Hand every piece of work a seed of its own.** `numpy.random.SeedSequence(7).spawn(n)` gives `n` seeds whose streams are
independent; the child makes its generator of the one that it is given. *Price:* one more argument, and the run can be repeated
with any number of workers.

**Seed the global state in the child**: `numpy.random.seed()`. *Price:* the same as for a generator, and the state remains global.

## What it cannot see

* The seed that PyTorch's `DataLoader` gives NumPy in every worker, from version 1.9 on: there a finding is a false alarm.
* Libraries that draw from NumPy's global state for themselves.
* A generator of unknown type: a parameter without an annotation, a value from a dictionary of mixed things.

## Examples

The seed is set once, in the parent: all workers throw the same dice.

```python target="3.12"
from multiprocessing import Pool

import numpy as np


def throw(count):
    return np.random.randint(1, 7, size=count).sum()


if __name__ == "__main__":
    np.random.seed(7)
    with Pool(4) as pool:  # warning: FG106
        print(pool.map(throw, [10] * 4))
```

Every piece of work has a seed of its own.

```python target="3.12"
from multiprocessing import Pool

import numpy as np


def throw(seed):
    return np.random.default_rng(seed).integers(1, 7, size=10).sum()


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(throw, np.random.SeedSequence(7).spawn(4)))
```

The initializer seeds every worker afresh.

```python target="3.12"
from multiprocessing import Pool

import numpy as np


def throw(count):
    return np.random.randint(1, 7, size=count).sum()


if __name__ == "__main__":
    print(np.random.rand())
    with Pool(4, initializer=np.random.seed) as pool:
        print(pool.map(throw, [10] * 4))
```

## Evidence

* In data loaders: <https://github.com/pytorch/pytorch/issues/5059>
* NumPy on parallel streams: <https://numpy.org/doc/stable/reference/random/parallel.html>
3 
3:bad69:The seed is set once, in the parent: all workers throw the same dice.262:from multiprocessing import Pool

import numpy as np


def throw(count):
    return np.random.randint(1, 7, size=count).sum()


if __name__ == "__main__":
    np.random.seed(7)
    with Pool(4) as pool:  # warning: FG106
        print(pool.map(throw, [10] * 4))
0 +4:3.12
4:good42:Every piece of work has a seed of its own.263:from multiprocessing import Pool

import numpy as np


def throw(seed):
    return np.random.default_rng(seed).integers(1, 7, size=10).sum()


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(throw, np.random.SeedSequence(7).spawn(4)))
0 +4:3.12
4:good42:The initializer seeds every worker afresh.278:from multiprocessing import Pool

import numpy as np


def throw(count):
    return np.random.randint(1, 7, size=count).sum()


if __name__ == "__main__":
    print(np.random.rand())
    with Pool(4, initializer=np.random.seed) as pool:
        print(pool.map(throw, [10] * 4))
0 +4:3.12
5:FG20121:implicit-start-method100:processes are started without a start method being named, and the default is not the same everywhere7:warning+2250:# FG201: `implicit-start-method`

## What it finds

A `Process`, `Pool`, `Manager`, `ProcessPoolExecutor` or another launcher that starts its processes by the default start
method, because neither the call, nor its context, nor `set_start_method` names one. The rule is off unless it is selected
(`--select FG201`): it asks for a decision to be written down, and finds no hang.

## Why it breaks

The default depends on where the program runs: `fork` on Linux up to Python 3.13, `forkserver` there from 3.14, `spawn` on
macOS since 3.8. A program that relies on what a fork copies (globals, open files, an imported configuration) fails on the
other two; one that is safe when spawned may hang when forked. An upgrade of Python changes the method without a line
of the program being touched.

## Instead

**Name the method**: `multiprocessing.get_context("spawn").Pool()`, `ProcessPoolExecutor(mp_context=...)`, or
`set_start_method("spawn")` once, under the main guard. *Price:* a spawned worker imports its modules again, and what it is given
must be picklable. `forkserver` starts faster after the first worker; `fork` keeps what the program had, and its hazards.

## What it cannot see

* A method that is chosen outside the scanned sources: by a test runner, by a script that imports the package.

## Examples

The pool forks with Python 3.13 on Linux, and does not with 3.14 or on macOS.

```python target="3.12"
from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG201
        print(pool.map(square, range(10)))
```

The context names the method.

```python target="3.12"
import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        print(pool.map(square, range(10)))
```

One choice holds for the whole program.

```python target="3.12"
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    with ProcessPoolExecutor(4) as pool:
        print(list(pool.map(square, range(10))))
```
3 
3:bad77:The pool forks with Python 3.13 on Linux, and does not with 3.14 or on macOS.198:from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(4) as pool:  # warning: FG201
        print(pool.map(square, range(10)))
0 +4:3.12
4:good29:The context names the method.207:import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        print(pool.map(square, range(10)))
0 +4:3.12
4:good39:One choice holds for the whole program.293:import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
    with ProcessPoolExecutor(4) as pool:
        print(list(pool.map(square, range(10))))
0 +4:3.12
5:FG20227:preexec-in-threaded-process69:a command is started with preexec_fn while threads of the process run7:warning-2200:# FG202: `preexec-in-threaded-process`

## What it finds

`subprocess.Popen`, `run`, `call`, `check_call` or `check_output` with a `preexec_fn`, in a process that has started a thread
(`threading.Thread`, `Timer`, a `ThreadPoolExecutor` with work) and has neither joined it nor shut it down. The finding stands at the
line that starts the command and names the call that started the thread.

## Why it breaks

With `preexec_fn` the child is a forked copy that runs Python before it becomes the command. Another thread may hold a lock at the
moment of the fork: the allocator's, that of an import, that of a logging handler or of a library. In the child that thread does not
exist, and the function waits for the lock for ever; `Popen` waits for the child. It happens seldom, and not on the machine of the one who
looks for it. The documentation of `subprocess` warns of it.

## Instead

**Say it by argument**: `start_new_session=True` for `os.setsid`, `process_group=0` for `os.setpgrp` (3.11), `user=`, `group=`,
`extra_groups=` and `umask=` (3.9), `cwd=` and `env=`. *Price:* none; starting is faster, because no fork copies the process.

**Start a small program that prepares itself**: `prlimit`, `setpriv`, `nice`, `ionice`, or a script of your own that sets limits and
then calls `exec`. *Price:* the program must be there.

**Start the command before the threads.** *Price:* the order must stay so.

## What it cannot see

* Threads of native libraries; FG101 and FG102 speak of those where the function uses the library.
* A thread that has ended by itself: only `join` counts.

## Examples

The watching thread runs while the command is started.

```python target="3.12"
import os
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], preexec_fn=os.setsid)  # warning: FG202
```

The same without Python in the child.

```python target="3.12"
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], start_new_session=True)
```
2 
3:bad54:The watching thread runs while the command is started.237:import os
import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], preexec_fn=os.setsid)  # warning: FG202
0 +4:3.12
4:good37:The same without Python in the child.211:import subprocess
import threading
import time


def watch():
    while True:
        time.sleep(1)


threading.Thread(target=watch, daemon=True).start()
subprocess.Popen(["sleep", "5"], start_new_session=True)
0 +4:3.12
5:FG90012:syntax-error60:a file, or a part of it, is not Python of the target version4:note-1690:# FG900: `syntax-error`

## What it finds

A file that the Python of the target version would refuse: a syntax error, a construct that came with a later version
(`match` before 3.10, `except*` before 3.11), or one that was removed. The rest of the file is read all the same, so a
finding of another rule in it still counts.

It is a note: it is shown when the rule is selected or when the file was named on the command line, and otherwise counted
in one line at the end. A tree of templates, test data and vendored files is full of such files, and they are
seldom the question.

## Why it breaks

What cannot be parsed cannot be judged. A touch or a fork inside the broken part is not seen, and silence about the file
would look like an answer.

## Instead

Mend the file; or give the version it is written for (`--target-version`, or `requires-python` in `pyproject.toml`); or
leave it out with `--exclude`. *Price:* what is left out is not judged, and a higher target version changes the
default start method that is assumed: from 3.14 on it is `forkserver` on Linux.

## What it cannot see

Errors that Python reports only when it compiles or runs: a `return` outside a function, a name declared `global` after its
use, a wrong encoding inside a string.

## Examples

A statement that lacks its end is reported where the parser noticed it.

```text
def broken(:
    pass
```

With `--target-version 3.9` the statement below is reported as one of Python 3.10; with 3.10 or later it is read.

```text
match command:
    case "stop":
        stop()
```

A file in the syntax of its version makes no note.

```python target="3.12"
def greet(name: str) -> str:
    return f"hello {name}"
```
1 
4:good50:A file in the syntax of its version makes no note.56:def greet(name: str) -> str:
    return f"hello {name}"
0 +4:3.12
5:FG90118:unused-suppression51:a `forkguard: ignore` comment that silences nothing7:warning-1493:# FG901: `unused-suppression`

## What it finds

A comment `# forkguard: ignore[FG101] reason` on whose line the named rule has nothing to say: the code has changed, the
comment stands on the wrong line, or the code in the brackets is misspelt.

## Why it breaks

A suppression is a claim about the code below it. Once nothing is suppressed the claim is no longer tested, and the
comment will silence the next, different finding on that line without anybody having looked at it.

## Instead

Delete the comment, or move it to the line of the fork: that is where findings stand. *Price:* none.

## What it cannot see

Whether the reason that follows the brackets is true. A comment for a rule that this run left out (`--select`, `--ignore`) is
not reported, because nobody asked whether it is needed.

## Examples

The parent no longer touches a table, so there is nothing left to silence.

```python target="3.12"
import os

from deltalake import DeltaTable


def describe(path):
    if os.fork() == 0:  # forkguard: ignore[FG101] checked by hand  # warning: FG901
        print(DeltaTable(path).version())
        os._exit(0)


describe("/data/events")
```

A comment that silences a finding is used, and stays.

```python target="3.12"
import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
```
2 
3:bad74:The parent no longer touches a table, so there is nothing left to silence.240:import os

from deltalake import DeltaTable


def describe(path):
    if os.fork() == 0:  # forkguard: ignore[FG101] checked by hand  # warning: FG901
        print(DeltaTable(path).version())
        os._exit(0)


describe("/data/events")
0 +4:3.12
4:good53:A comment that silences a finding is used, and stays.251:import os

from deltalake import DeltaTable


def describe(path):
    table = DeltaTable(path)
    if os.fork() == 0:  # forkguard: ignore[FG101] a watchdog ends the child
        print(table.history(1))
        os._exit(0)


describe("/data/events")
0 +4:3.12
5:FG90213:limit-reached71:a limit of the analysis was reached; what lies beyond it was not judged4:note-958:# FG902: `limit-reached`

## What it finds

A place where forkguard stopped looking: brackets or blocks nested deeper than the parser follows, a file larger than it
reads, a function with more states than it tells apart.

It is a note, shown like FG900: when the rule is selected or the file was named, and otherwise counted in one line.

## Why it breaks

Every search has a limit, so that no input makes the tool run for ever or run out of memory. Beyond a limit there may be a
hazard; to say nothing would look like a clean bill.

## Instead

Split what is that large, if people wrote it. If it is generated, leave it out with `--exclude`: generated code of that size
seldom forks. *Price:* what is left out is not judged.

## What it cannot see

Whether there is anything beyond the limit.

## Examples

Code of ordinary size reaches no limit.

```python target="3.12"
def depth(tree):
    return 1 + max((depth(child) for child in tree), default=0)
```
1 
4:good39:Code of ordinary size reaches no limit.81:def depth(tree):
    return 1 + max((depth(child) for child in tree), default=0)
0 +4:3.1240 
13:aioprocessing91:aioprocessing: the processes and pools of multiprocessing with coroutines to wait for them.1 75:https://github.com/dano/aioprocessing/blob/master/aioprocessing/__init__.py3 
3:bad70:The pool forks where it is made, after the tables have been looked at.434:import asyncio

from aioprocessing import AioPool
from deltalake import DeltaTable


def vacuum(path):
    return len(DeltaTable(path).vacuum())


async def main(paths):
    stale = [path for path in paths if DeltaTable(path).version() >= 0]
    with AioPool(2) as pool:  # error: FG101
        print(await asyncio.wait_for(pool.coro_map(vacuum, stale), 20))


if __name__ == "__main__":
    asyncio.run(main(["/data/a", "/data/b"]))
0 +4:3.12
4:good28:The pool is given a context.487:import asyncio
import multiprocessing

from aioprocessing import AioPool
from deltalake import DeltaTable


def vacuum(path):
    return len(DeltaTable(path).vacuum())


async def main(paths):
    stale = [path for path in paths if DeltaTable(path).version() >= 0]
    with AioPool(2, context=multiprocessing.get_context("spawn")) as pool:
        print(await asyncio.wait_for(pool.coro_map(vacuum, stale), 20))


if __name__ == "__main__":
    asyncio.run(main(["/data/a", "/data/b"]))
0 +4:3.12
9:near-miss33:Only the workers open the tables.372:import asyncio

from aioprocessing import AioPool
from deltalake import DeltaTable


def vacuum(path):
    return len(DeltaTable(path).vacuum())


async def main(paths):
    stale = sorted(paths)
    with AioPool(2) as pool:
        print(await asyncio.wait_for(pool.coro_map(vacuum, stale), 20))


if __name__ == "__main__":
    asyncio.run(main(["/data/a", "/data/b"]))
0 +4:3.12
12:applications148:Frameworks that call functions of the program, and what they run before them: the startup of a web application, the callback of a group of commands.12 45:https://fastapi.tiangolo.com/advanced/events/51:https://fastapi.tiangolo.com/tutorial/dependencies/49:https://fastapi.tiangolo.com/tutorial/middleware/75:https://flask.palletsprojects.com/en/stable/api/#flask.Flask.before_request64:https://click.palletsprojects.com/en/stable/commands-and-groups/61:https://click.palletsprojects.com/en/stable/complex/#contexts74:https://click.palletsprojects.com/en/stable/api/#click.make_pass_decorator79:https://flask.palletsprojects.com/en/stable/appcontext/#lifetime-of-the-context72:https://www.starlette.io/applications/#storing-state-on-the-app-instance73:https://docs.aiohttp.org/en/stable/web_advanced.html#application-s-config62:https://sanic.dev/en/guide/basics/app.html#application-context54:https://typer.tiangolo.com/tutorial/commands/callback/0 
15:async-libraries163:Threads and processes of AnyIO, Trio and Starlette, greenlets of gevent and Eventlet: threads and greenlets run here, and AnyIO's processes are fresh interpreters.8 51:https://anyio.readthedocs.io/en/stable/threads.html56:https://anyio.readthedocs.io/en/stable/subprocesses.html81:https://trio.readthedocs.io/en/stable/reference-core.html#trio.to_thread.run_sync49:https://anyio.readthedocs.io/en/stable/tasks.html80:https://trio.readthedocs.io/en/stable/reference-core.html#nurseries-and-spawning70:https://github.com/Kludex/starlette/blob/main/starlette/concurrency.py38:https://www.gevent.org/api/gevent.html58:https://eventlet.readthedocs.io/en/latest/basic_usage.html3 
3:bad101:The thread has opened the table in this process, and the worker that forks afterwards opens it again.488:import asyncio
from multiprocessing import Process

import anyio.to_thread
from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


async def main(paths):
    await anyio.to_thread.run_sync(compact, paths[0])
    worker = Process(target=compact, args=(paths[1],))
    worker.start()  # error: FG101
    await anyio.to_thread.run_sync(worker.join)
    print(worker.exitcode)


if __name__ == "__main__":
    asyncio.run(main(["/data/a", "/data/b"]))
0 +4:3.12
4:good27:Threads do all of the work.341:import asyncio

import anyio.to_thread
from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


async def main(paths):
    await anyio.to_thread.run_sync(compact, paths[0])
    await anyio.to_thread.run_sync(compact, paths[1])


if __name__ == "__main__":
    asyncio.run(main(["/data/a", "/data/b"]))
0 +4:3.12
9:near-miss48:AnyIO's worker processes are fresh interpreters.331:import asyncio

import anyio.to_process
from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


async def main(paths):
    print(DeltaTable(paths[0]).version())
    await anyio.to_process.run_sync(compact, paths[1])


if __name__ == "__main__":
    asyncio.run(main(["/data/a", "/data/b"]))
0 +4:3.12
7:asyncio124:What an event loop runs, in this process or in an executor that it is handed. A coroutine argument counts as its own callee.4 85:https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.run_in_executor51:https://docs.python.org/3/library/asyncio-task.html82:https://docs.python.org/3/library/asyncio-task.html#asyncio.Task.add_done_callback74:https://docs.python.org/3/library/asyncio-stream.html#asyncio.start_server3 
3:bad104:The executor of processes forks at the loop's first hand-over, after the coroutine has opened the table.462:import asyncio
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def compact(path):
    return DeltaTable(path).optimize.compact()


async def main(path):
    loop = asyncio.get_running_loop()
    print(DeltaTable(path).version())
    with ProcessPoolExecutor() as executor:
        print(await loop.run_in_executor(executor, compact, path))  # error: FG101


if __name__ == "__main__":
    asyncio.run(main("/data/events"))
0 +4:3.12
4:good85:delta-rs releases the GIL, so that the loop's own threads serve as well as processes.343:import asyncio

from deltalake import DeltaTable


def compact(path):
    return DeltaTable(path).optimize.compact()


async def main(path):
    loop = asyncio.get_running_loop()
    print(DeltaTable(path).version())
    print(await loop.run_in_executor(None, compact, path))


if __name__ == "__main__":
    asyncio.run(main("/data/events"))
0 +4:3.12
9:near-miss32:Only the worker opens the table.408:import asyncio
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def compact(path):
    return DeltaTable(path).optimize.compact()


async def main(path):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as executor:
        print(await loop.run_in_executor(executor, compact, path))


if __name__ == "__main__":
    asyncio.run(main("/data/events"))
0 +4:3.12
8:billiard86:billiard, Celery's fork of multiprocessing: on Linux it forks on every Python version.2 64:https://github.com/celery/billiard/blob/main/billiard/context.py44:https://github.com/celery/celery/issues/98943 
3:bad151:Tasks of Celery may not start processes of multiprocessing and use billiard's instead: it forks where multiprocessing has gone over to the fork server.354:from billiard import Pool
from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def count_all(paths):
    first = rows(paths[0])
    with Pool(2) as pool:  # error: FG101
        return first + sum(pool.map(rows, paths[1:]))


if __name__ == "__main__":
    print(count_all(["/data/a", "/data/b"]))
0 +4:3.14
4:good27:billiard has contexts, too.358:import billiard
from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def count_all(paths):
    first = rows(paths[0])
    with billiard.get_context("spawn").Pool(2) as pool:
        return first + sum(pool.map(rows, paths[1:]))


if __name__ == "__main__":
    print(count_all(["/data/a", "/data/b"]))
0 +4:3.14
9:near-miss81:Only the worker opens a table; the parent has waited for it and reads afterwards.316:from billiard import Process
from deltalake import DeltaTable


def compact(path):
    DeltaTable(path).optimize.compact()


def main(path):
    worker = Process(target=compact, args=(path,))
    worker.start()
    worker.join()
    print(DeltaTable(path).version())


if __name__ == "__main__":
    main("/data/a")
0 +4:3.14
9:callbacks199:Functions that call what they are handed, here and now. `atexit.register` and `signal.signal` are not among them: they call later, if ever. Handlers of `logging` are called where something is logged.11 48:https://docs.python.org/3/library/functions.html70:https://docs.python.org/3/library/contextlib.html#contextlib.ExitStack53:https://docs.python.org/3/library/json.html#json.dump77:https://click.palletsprojects.com/en/stable/advanced/#invoking-other-commands67:https://docs.python.org/3/library/logging.html#logging.Handler.emit52:https://click.palletsprojects.com/en/stable/testing/48:https://typer.tiangolo.com/tutorial/first-steps/41:https://google.github.io/python-fire/api/40:https://abseil.io/docs/python/guides/app83:https://optuna.readthedocs.io/en/stable/reference/generated/optuna.study.Study.html56:https://docs.scipy.org/doc/scipy/reference/optimize.html0 
18:concurrent-futures96:Executors: the one of processes forks its workers at the first submit, the one of threads never.3 77:https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor101:https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Future.add_done_callback45:https://github.com/python/cpython/pull/1257503 
3:bad80:The executor forks at the first submit: by then the parent has opened the table.493:from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def vacuum(path):
    return DeltaTable(path).vacuum(dry_run=False)


def main(paths):
    with ProcessPoolExecutor() as executor:
        todo = [path for path in paths if DeltaTable(path).version() > 100]
        jobs = [executor.submit(vacuum, path) for path in todo]  # error: FG101
        for job in jobs:
            print(job.result())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good44:The executor is told to use the fork server.552:import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def vacuum(path):
    return DeltaTable(path).vacuum(dry_run=False)


def main(paths):
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("forkserver")) as executor:
        todo = [path for path in paths if DeltaTable(path).version() > 100]
        jobs = [executor.submit(vacuum, path) for path in todo]
        for job in jobs:
            print(job.result())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
9:near-miss90:An executor that limits the tasks of a worker spawns its workers when no context is given.499:from concurrent.futures import ProcessPoolExecutor

from deltalake import DeltaTable


def vacuum(path):
    return DeltaTable(path).vacuum(dry_run=False)


def main(paths):
    with ProcessPoolExecutor(max_tasks_per_child=10) as executor:
        todo = [path for path in paths if DeltaTable(path).version() > 100]
        jobs = [executor.submit(vacuum, path) for path in todo]
        for job in jobs:
            print(job.result())


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
7:daemons129:Daemons of daemonize, daemonocle and python-daemon: starting forks, the parent ends, and the program's work is done in the child.3 62:https://github.com/thesharp/daemonize/blob/master/daemonize.py65:https://github.com/jnrbsn/daemonocle/blob/main/daemonocle/core.py39:https://pypi.org/project/python-daemon/4 
3:bad87:The action runs in the daemon, with a query engine whose threads ended with the parent.475:import polars as pl
from daemonize import Daemonize

PATH = "/data/sales.parquet"


def summarise():
    totals = pl.scan_parquet(PATH).group_by("store").agg(pl.col("amount").sum()).collect()
    totals.write_parquet("/data/out/totals.parquet")


def main():
    if pl.read_parquet(PATH).is_empty():
        raise SystemExit("nothing to do")
    Daemonize(app="totals", pid="/tmp/totals.pid", action=summarise).start()  # error: FG102


if __name__ == "__main__":
    main()
0 +4:3.12
4:good39:The daemon is the first to run a query.459:import polars as pl
from daemonize import Daemonize

PATH = "/data/sales.parquet"


def summarise():
    if pl.read_parquet(PATH).is_empty():
        raise SystemExit("nothing to do")
    totals = pl.scan_parquet(PATH).group_by("store").agg(pl.col("amount").sum()).collect()
    totals.write_parquet("/data/out/totals.parquet")


def main():
    Daemonize(app="totals", pid="/tmp/totals.pid", action=summarise).start()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss35:In the foreground it does not fork.476:import polars as pl
from daemonize import Daemonize

PATH = "/data/sales.parquet"


def summarise():
    totals = pl.scan_parquet(PATH).group_by("store").agg(pl.col("amount").sum()).collect()
    totals.write_parquet("/data/out/totals.parquet")


def main():
    if pl.read_parquet(PATH).is_empty():
        raise SystemExit("nothing to do")
    Daemonize(app="totals", pid="/tmp/totals.pid", action=summarise, foreground=True).start()


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad90:The daemon that daemonocle starts runs the worker, after the program has counted the rows.519:import sys

import polars as pl
from daemonocle import Daemon

PATH = "/data/sales.parquet"


def summarise():
    totals = pl.scan_parquet(PATH).group_by("store").agg(pl.col("amount").sum()).collect()
    totals.write_parquet("/data/out/totals.parquet")


def main(action):
    print(pl.read_parquet(PATH).height, "rows")
    daemon = Daemon(worker=summarise, pid_file="/tmp/totals.pid")
    daemon.do_action(action)  # error: FG102


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "start")
0 +4:3.12
11:data-frames102:Functions that data frames and arrays of numbers call on their rows, columns and groups, here and now.8 72:https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.apply.html67:https://pandas.pydata.org/docs/reference/api/pandas.Series.map.html92:https://pandas.pydata.org/docs/reference/api/pandas.core.groupby.DataFrameGroupBy.apply.html81:https://pandas.pydata.org/docs/reference/api/pandas.api.typing.Rolling.apply.html40:https://tqdm.github.io/docs/tqdm/#pandas76:https://numpy.org/doc/stable/reference/generated/numpy.apply_along_axis.html94:https://docs.pola.rs/api/python/stable/reference/expressions/api/polars.Expr.map_elements.html112:https://docs.pola.rs/api/python/stable/reference/dataframe/api/polars.dataframe.group_by.GroupBy.map_groups.html0 
8:datasets141:Hugging Face datasets: map and filter fork their workers through multiprocess, on every platform and version, when they are given a num_proc.3 107:https://huggingface.co/docs/datasets/main/en/package_reference/main_classes#datasets.Dataset.with_transform79:https://github.com/huggingface/datasets/blob/main/src/datasets/arrow_dataset.py87:https://github.com/uqfoundation/multiprocess/blob/master/py3.14/multiprocess/context.py3 
3:bad88:Four forked workers map the function; the parent has read the prices with polars before.578:import polars as pl
from datasets import load_dataset

PRICES = "/data/sales.csv"


def add_turnover(review):
    sales = pl.read_csv(PRICES).filter(pl.col("store") == review["store"])
    return {"turnover": sales["amount"].sum()}


def main():
    stores = set(pl.read_csv(PRICES)["store"])
    reviews = load_dataset("json", data_files="/data/reviews.jsonl", split="train")
    reviews = reviews.filter(lambda review: review["store"] in stores)
    reviews = reviews.map(add_turnover, num_proc=4)  # error: FG102
    print(reviews[0])


if __name__ == "__main__":
    main()
0 +4:3.14
4:good66:The start method is set on multiprocess, whose pool datasets uses.625:import multiprocess
import polars as pl
from datasets import load_dataset

PRICES = "/data/sales.csv"


def add_turnover(review):
    sales = pl.read_csv(PRICES).filter(pl.col("store") == review["store"])
    return {"turnover": sales["amount"].sum()}


def main():
    stores = set(pl.read_csv(PRICES)["store"])
    reviews = load_dataset("json", data_files="/data/reviews.jsonl", split="train")
    reviews = reviews.filter(lambda review: review["store"] in stores)
    reviews = reviews.map(add_turnover, num_proc=4)
    print(reviews[0])


if __name__ == "__main__":
    multiprocess.set_start_method("spawn")
    main()
0 +4:3.14
9:near-miss117:Without num_proc the function is mapped in the process itself, as it is with one of 0; with 1 it is in some releases.592:import polars as pl
from datasets import load_dataset

PRICES = "/data/sales.csv"


def add_turnover(review):
    sales = pl.read_csv(PRICES).filter(pl.col("store") == review["store"])
    return {"turnover": sales["amount"].sum()}


def main():
    stores = set(pl.read_csv(PRICES)["store"])
    reviews = load_dataset("json", data_files="/data/reviews.jsonl", split="train")
    reviews = reviews.filter(lambda review: review["store"] in stores, num_proc=4)
    reviews = reviews.map(add_turnover, batched=False, num_proc=None)
    print(reviews[0])


if __name__ == "__main__":
    main()
0 +4:3.14
22:environments-and-tasks121:Launchers that are given a list of things to run, each in a process of its own: vectorised environments, Luigi's workers.4 93:https://github.com/Farama-Foundation/Gymnasium/blob/main/gymnasium/vector/async_vector_env.py107:https://github.com/DLR-RM/stable-baselines3/blob/master/stable_baselines3/common/vec_env/subproc_vec_env.py92:https://github.com/DLR-RM/stable-baselines3/blob/master/stable_baselines3/common/env_util.py60:https://github.com/spotify/luigi/blob/master/luigi/worker.py4 
3:bad85:The parent has read the prices with polars; each forked environment reads them again.531:import gymnasium
import polars as pl


class Market(gymnasium.Env):
    observation_space = gymnasium.spaces.Box(0, 1, (1,))
    action_space = gymnasium.spaces.Discrete(2)

    def __init__(self, path):
        self.prices = pl.read_csv(path).sort("day")


def make():
    return Market("/data/prices.csv")


def main():
    print(pl.read_csv("/data/prices.csv").sort("day"))
    environments = gymnasium.vector.AsyncVectorEnv([make, make])  # error: FG102
    print(environments.num_envs)


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:Spawned environments start polars themselves.532:import gymnasium
import polars as pl


class Market(gymnasium.Env):
    observation_space = gymnasium.spaces.Box(0, 1, (1,))
    action_space = gymnasium.spaces.Discrete(2)

    def __init__(self, path):
        self.prices = pl.read_csv(path).sort("day")


def make():
    return Market("/data/prices.csv")


def main():
    print(pl.read_csv("/data/prices.csv").sort("day"))
    environments = gymnasium.vector.AsyncVectorEnv([make, make], context="spawn")
    print(environments.num_envs)


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad136:Luigi asks every task whether it is complete before it forks a worker for it: the workers inherit the connection that was used for that.506:import luigi
from sqlalchemy import create_engine, text

engine = create_engine("postgresql://host/shop")


class Load(luigi.Task):
    def complete(self):
        with engine.connect() as connection:
            return connection.execute(text("select count(*) from orders")).scalar() > 0

    def run(self):
        with engine.connect() as connection:
            connection.execute(text("insert into orders values (1)"))


if __name__ == "__main__":
    luigi.build([Load()], workers=3)  # error: FG104
0 +4:3.12
9:near-miss48:One worker runs its tasks in the process itself.366:import luigi
import polars as pl


class Sort(luigi.Task):
    path = luigi.Parameter()

    def run(self):
        pl.read_csv(self.path).sort("day").write_csv(self.path + ".sorted")


if __name__ == "__main__":
    print(pl.read_csv("/data/a.csv").sort("day"))
    luigi.build([Sort(path="/data/a.csv"), Sort(path="/data/b.csv")], workers=1, local_scheduler=True)
0 +4:3.12
10:estimators207:What scikit-learn makes of an estimator: searches, cross validation and pipelines fit it here, unless they are told to use several jobs; these fork where joblib's context names its `multiprocessing` backend.8 61:https://scikit-learn.org/stable/modules/cross_validation.html56:https://scikit-learn.org/stable/modules/grid_search.html52:https://scikit-learn.org/stable/modules/compose.html55:https://scikit-learn.org/stable/modules/multiclass.html53:https://scikit-learn.org/stable/modules/ensemble.html62:https://scikit-learn.org/stable/modules/feature_selection.html56:https://scikit-learn.org/stable/modules/calibration.html84:https://scikit-learn.org/stable/modules/generated/sklearn.base.TransformerMixin.html5 
3:bad86:The search fits its estimator in the parent, and every worker's search fits one again.409:from multiprocessing import Pool

import numpy as np
from sklearn.cluster import KMeans
from sklearn.model_selection import GridSearchCV


def best(seed):
    data = np.random.default_rng(seed).random((500, 3))
    return GridSearchCV(KMeans(), {"n_clusters": [2, 3]}).fit(data)


if __name__ == "__main__":
    print(best(0))
    with Pool(2) as pool:  # error: FG102
        print(pool.map(best, range(4)))
0 +4:3.12
4:good24:The workers are spawned.420:import multiprocessing

import numpy as np
from sklearn.cluster import KMeans
from sklearn.model_selection import GridSearchCV


def best(seed):
    data = np.random.default_rng(seed).random((500, 3))
    return GridSearchCV(KMeans(), {"n_clusters": [2, 3]}).fit(data)


if __name__ == "__main__":
    print(best(0))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(best, range(4)))
0 +4:3.12
9:near-miss42:An estimator that computes without OpenMP.411:from multiprocessing import Pool

import numpy as np
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import GaussianNB


def score(seed):
    data = np.random.default_rng(seed).random((500, 3))
    return cross_val_score(GaussianNB(), data, data[:, 0] > 0.5).mean()


if __name__ == "__main__":
    print(score(0))
    with Pool(2) as pool:
        print(pool.map(score, range(4)))
0 +4:3.12
3:bad88:The search has several jobs, and joblib's context names the backend that forks for them.446:import joblib
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GridSearchCV

rows, labels = np.random.rand(100, 3), np.arange(100) % 2
HistGradientBoostingClassifier().fit(rows, labels)
with joblib.parallel_config(backend="multiprocessing"):
    search = GridSearchCV(HistGradientBoostingClassifier(), {"max_depth": [2, 3]}, n_jobs=2)
    search.fit(rows, labels)  # error: FG102
0 +4:3.12
9:near-miss103:By default joblib's workers are fresh interpreters, and a search without `n_jobs` fits in this process.633:import joblib
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GridSearchCV, cross_val_score

rows, labels = np.random.rand(100, 3), np.arange(100) % 2
HistGradientBoostingClassifier().fit(rows, labels)
GridSearchCV(HistGradientBoostingClassifier(), {"max_depth": [2, 3]}, n_jobs=2).fit(rows, labels)
with joblib.parallel_config(backend="multiprocessing"):
    print(cross_val_score(HistGradientBoostingClassifier(), rows, labels))
with joblib.parallel_config(backend="threading"):
    print(cross_val_score(HistGradientBoostingClassifier(), rows, labels, n_jobs=2))
0 +4:3.12
9:exec-safe124:Ways to run code in a new program or a fresh interpreter. Nothing inherited is used there, and none of them makes a finding.8 56:https://docs.python.org/3/library/os.html#os.posix_spawn70:https://github.com/joblib/joblib/blob/main/doc/user_guide/parallel.rst74:https://github.com/dask/distributed/blob/main/distributed/distributed.yaml68:https://github.com/encode/uvicorn/blob/master/uvicorn/_subprocess.py47:https://github.com/dagster-io/dagster/pull/644664:https://github.com/rq/rq/blob/master/rq/worker/worker_classes.py67:https://github.com/pgjones/hypercorn/blob/main/src/hypercorn/run.py70:https://github.com/samuelcolvin/watchfiles/blob/main/watchfiles/run.py0 
6:joblib115:joblib runs its calls in fresh interpreters (loky) or threads; its `multiprocessing` backend is the one that forks.2 53:https://joblib.readthedocs.io/en/stable/parallel.html70:https://github.com/joblib/joblib/blob/main/doc/user_guide/parallel.rst3 
3:bad64:The backend forks its workers after the parent has read a table.390:from deltalake import DeltaTable
from joblib import Parallel, delayed


def rows(path):
    return len(DeltaTable(path).to_pandas())


def main(paths):
    print("first", rows(paths[0]))
    run = Parallel(n_jobs=4, backend="multiprocessing")
    print(run(delayed(rows)(path) for path in paths[1:]))  # error: FG101


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
4:good46:The default backend starts fresh interpreters.347:from deltalake import DeltaTable
from joblib import Parallel, delayed


def rows(path):
    return len(DeltaTable(path).to_pandas())


def main(paths):
    print("first", rows(paths[0]))
    run = Parallel(n_jobs=4)
    print(run(delayed(rows)(path) for path in paths[1:]))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
9:near-miss74:The table is read in the generator, by the parent; the workers only count.339:from deltalake import DeltaTable
from joblib import Parallel, delayed


def count(frame):
    return len(frame)


def main(paths):
    run = Parallel(n_jobs=4, backend="multiprocessing")
    print(run(delayed(count)(DeltaTable(path).to_pandas()) for path in paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
5:keras124:The training of Keras forks a pool for a data set of batches where that, or with Keras 2 the call, is told to use processes.4 102:https://github.com/keras-team/keras/blob/master/keras/src/trainers/data_adapters/py_dataset_adapter.py56:https://keras.io/api/utils/python_utils/#pydataset-class80:https://github.com/keras-team/tf-keras/blob/v2.15.0/tf_keras/utils/data_utils.py53:https://github.com/tensorflow/tensorflow/issues/291613 
3:bad74:The parent has counted the rows with polars, and the workers read with it.771:from pathlib import Path

import polars as pl
import tensorflow as tf


class Batches(tf.keras.utils.Sequence):
    def __init__(self, folder):
        self.files = sorted(Path(folder).glob("*.parquet"))
        self.count = pl.scan_parquet(self.files).select(pl.len()).collect().item()

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        rows = pl.read_parquet(self.files[index]).sort("day")
        return rows.select("x").to_numpy(), rows.select("y").to_numpy()


def train(folder):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(Batches(folder), epochs=2, workers=4, use_multiprocessing=True)  # error: FG102


if __name__ == "__main__":
    train("/data/days")
0 +4:3.12
4:good25:Threads read the batches.729:from pathlib import Path

import polars as pl
import tensorflow as tf


class Batches(tf.keras.utils.Sequence):
    def __init__(self, folder):
        self.files = sorted(Path(folder).glob("*.parquet"))
        self.count = pl.scan_parquet(self.files).select(pl.len()).collect().item()

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        rows = pl.read_parquet(self.files[index]).sort("day")
        return rows.select("x").to_numpy(), rows.select("y").to_numpy()


def train(folder):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(Batches(folder), epochs=2, workers=4)


if __name__ == "__main__":
    train("/data/days")
0 +4:3.12
9:near-miss28:Only the workers use polars.698:from pathlib import Path

import polars as pl
import tensorflow as tf


class Batches(tf.keras.utils.Sequence):
    def __init__(self, folder):
        self.files = sorted(Path(folder).glob("*.parquet"))
        self.count = None

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        rows = pl.read_parquet(self.files[index]).sort("day")
        return rows.select("x").to_numpy(), rows.select("y").to_numpy()


def train(folder):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(Batches(folder), epochs=2, workers=4, use_multiprocessing=True)


if __name__ == "__main__":
    train("/data/days")
0 +4:3.12
5:mpire107:mpire's WorkerPool: it forks at every map, unless it keeps its workers alive, and asks no set_start_method.2 66:https://github.com/sybrenjansen/mpire/blob/master/mpire/context.py63:https://github.com/sybrenjansen/mpire/blob/master/mpire/pool.py5 
3:bad87:The workers fork where the pool is given work; by then the parent has opened the table.390:from deltalake import DeltaTable
from mpire import WorkerPool


def vacuum(path):
    return len(DeltaTable(path).vacuum())


def main(paths):
    with WorkerPool(n_jobs=2) as pool:
        old = [path for path in paths if DeltaTable(path).version() >= 0]
        print(pool.map(vacuum, old, progress_bar=True))  # error: FG101


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
4:good53:The pool's own argument chooses another start method.396:from deltalake import DeltaTable
from mpire import WorkerPool


def vacuum(path):
    return len(DeltaTable(path).vacuum())


def main(paths):
    with WorkerPool(n_jobs=2, start_method="spawn") as pool:
        old = [path for path in paths if DeltaTable(path).version() >= 0]
        print(pool.map(vacuum, old, progress_bar=True))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
9:near-miss37:The workers of this pool are threads.400:from deltalake import DeltaTable
from mpire import WorkerPool


def vacuum(path):
    return len(DeltaTable(path).vacuum())


def main(paths):
    with WorkerPool(n_jobs=2, start_method="threading") as pool:
        old = [path for path in paths if DeltaTable(path).version() >= 0]
        print(pool.map(vacuum, old, progress_bar=True))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
3:bad89:The second map forks new workers, and what the parent did between the two maps is theirs.562:import polars as pl
from mpire import WorkerPool

MONTHS = ["/data/jan.parquet", "/data/feb.parquet", "/data/mar.parquet"]


def clean(path):
    pl.scan_parquet(path).drop_nulls().sink_parquet(path + ".clean")
    return path + ".clean"


def total(path):
    return pl.scan_parquet(path).select(pl.col("amount").sum()).collect().item()


def main():
    pool = WorkerPool(n_jobs=2)
    cleaned = pool.map(clean, MONTHS)  # error: FG102
    print(pl.read_parquet(cleaned).height)
    print(sum(pool.map(total, cleaned)))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss87:A pool that keeps its workers alive forks once, here before the parent has run a query.582:import polars as pl
from mpire import WorkerPool

MONTHS = ["/data/jan.parquet", "/data/feb.parquet", "/data/mar.parquet"]


def clean(path):
    pl.scan_parquet(path).drop_nulls().sink_parquet(path + ".clean")
    return path + ".clean"


def total(path):
    return pl.scan_parquet(path).select(pl.col("amount").sum()).collect().item()


def main():
    with WorkerPool(n_jobs=2, keep_alive=True) as pool:
        cleaned = pool.map(clean, MONTHS)
        print(pl.read_parquet(cleaned).height)
        print(sum(pool.map(total, cleaned)))


if __name__ == "__main__":
    main()
0 +4:3.12
12:multiprocess113:multiprocess, the fork of multiprocessing under pathos and others: it forks on every platform and Python version.1 87:https://github.com/uqfoundation/multiprocess/blob/master/py3.14/multiprocess/context.py3 
3:bad80:multiprocess still forks where multiprocessing has gone over to the fork server.334:import multiprocess

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocess.Pool() as pool:  # error: FG101
        print(first, pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
4:good37:The context chooses the start method.339:import multiprocess

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocess.get_context("spawn").Pool() as pool:
        print(first, pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
9:near-miss40:Pools of multiprocess.dummy are threads.321:from multiprocess.dummy import Pool

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with Pool() as pool:
        print(first, pool.map(rows, paths))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.14
15:multiprocessing114:The standard library's processes, pools and managers; torch.multiprocessing is the same module under another name.4 81:https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods45:https://github.com/python/cpython/pull/10155644:https://github.com/python/cpython/pull/1362647:https://github.com/python/cpython/issues/1266313 
3:bad80:Pool forks all its workers where it is made, and again whenever it replaces one.377:import multiprocessing

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocessing.Pool() as pool:  # error: FG101
        rest = pool.map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
4:good57:The context chooses the start method for this pool alone.382:import multiprocessing

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    with multiprocessing.get_context("spawn").Pool() as pool:
        rest = pool.map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
9:near-miss83:The pool's workers were forked before the first touch, and they are never replaced.365:import multiprocessing

from deltalake import DeltaTable


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    with multiprocessing.Pool() as pool:
        first = rows(paths[0])
        rest = pool.map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b", "/data/c"])
0 +4:3.12
7:os-fork91:The bare fork of the operating system, and the calls after which a program goes no further.3 49:https://docs.python.org/3/library/os.html#os.fork51:https://docs.python.org/3/library/pty.html#pty.fork41:https://www.gevent.org/api/gevent.os.html3 
3:bad80:The child reads the table with a runtime whose threads exist in the parent only.250:import os

from deltalake import DeltaTable


def report(path):
    table = DeltaTable(path)
    pid = os.fork()  # error: FG101
    if pid == 0:
        print(len(table.history()))
        os._exit(0)
    os.waitpid(pid, 0)


report("/data/events")
0 +4:3.12
4:good53:The child forks first and opens the table for itself.238:import os

from deltalake import DeltaTable


def report(path):
    pid = os.fork()
    if pid == 0:
        table = DeltaTable(path)
        print(len(table.history()))
        os._exit(0)
    os.waitpid(pid, 0)


report("/data/events")
0 +4:3.12
9:near-miss69:The child becomes another program at once: nothing inherited is used.251:import os

from deltalake import DeltaTable


def report(path):
    table = DeltaTable(path)
    pid = os.fork()
    if pid == 0:
        os.execvp("report", ["report", path])
    os.waitpid(pid, 0)
    print(table.version())


report("/data/events")
0 +4:3.12
11:pandarallel125:pandarallel: parallel_apply and its siblings always fork, whatever the platform, the Python version and set_start_method say.1 70:https://github.com/nalepae/pandarallel/blob/master/pandarallel/core.py3 
3:bad122:The workers of every parallel_apply are forked, on macOS and on new Pythons too, from a process that has read with polars.487:import pandas as pd
import polars as pl
from pandarallel import pandarallel

SALES = "/data/sales.parquet"


def turnover(shop):
    return pl.scan_parquet(SALES).filter(pl.col("store") == shop["store"]).collect()["amount"].sum()


def main():
    pandarallel.initialize(nb_workers=2)
    print(pl.read_parquet(SALES).height, "sales")
    shops = pd.DataFrame({"store": range(7)})
    print(shops.parallel_apply(turnover, axis=1))  # error: FG102


if __name__ == "__main__":
    main()
0 +4:3.14
4:good73:polars is parallel by itself, and pandas' own apply stays in the process.385:import pandas as pd
import polars as pl

SALES = "/data/sales.parquet"


def turnover(shop):
    return pl.scan_parquet(SALES).filter(pl.col("store") == shop["store"]).collect()["amount"].sum()


def main():
    print(pl.read_parquet(SALES).height, "sales")
    shops = pd.DataFrame({"store": range(7)})
    print(shops.apply(turnover, axis=1))


if __name__ == "__main__":
    main()
0 +4:3.14
9:near-miss87:Only the workers run queries: the parent hands them shops and adds up what they return.427:import pandas as pd
import polars as pl
from pandarallel import pandarallel

SALES = "/data/sales.parquet"


def turnover(shop):
    return pl.scan_parquet(SALES).filter(pl.col("store") == shop["store"]).collect()["amount"].sum()


def main():
    pandarallel.initialize(nb_workers=2)
    shops = pd.DataFrame({"store": range(7)})
    print(shops.parallel_apply(turnover, axis=1).sum())


if __name__ == "__main__":
    main()
0 +4:3.14
13:parallel-maps145:Maps, pools and limits of time that hand a function and its inputs to processes: fastcore, pqdm, parmap, Metaflow, schwimmbad, timeout-decorator.6 70:https://github.com/AnswerDotAI/fastcore/blob/main/fastcore/parallel.py61:https://github.com/niedakh/pqdm/blob/master/pqdm/processes.py59:https://github.com/zeehio/parmap/blob/main/parmap/parmap.py75:https://github.com/Netflix/metaflow/blob/master/metaflow/multicore_utils.py78:https://github.com/adrn/schwimmbad/blob/main/src/schwimmbad/multiprocessing.py94:https://github.com/pnpnpn/timeout-decorator/blob/master/timeout_decorator/timeout_decorator.py3 
3:bad76:The parent has counted one file with polars before the workers count theirs.283:import polars as pl
from fastcore.parallel import parallel


def rows(path):
    return pl.read_csv(path).unique().height


if __name__ == "__main__":
    first = rows("/data/a.csv")
    print(first + sum(parallel(rows, ["/data/b.csv", "/data/c.csv"], n_workers=2)))  # error: FG102
0 +4:3.12
4:good24:The workers are spawned.283:import polars as pl
from fastcore.parallel import parallel


def rows(path):
    return pl.read_csv(path).unique().height


if __name__ == "__main__":
    first = rows("/data/a.csv")
    print(first + sum(parallel(rows, ["/data/b.csv", "/data/c.csv"], n_workers=2, method="spawn")))
0 +4:3.12
9:near-miss61:Without workers, and with threads, it counts in this process.368:import polars as pl
from fastcore.parallel import parallel


def rows(path):
    return pl.read_csv(path).unique().height


if __name__ == "__main__":
    first = rows("/data/a.csv")
    print(first + sum(parallel(rows, ["/data/b.csv", "/data/c.csv"], n_workers=0)))
    print(first + sum(parallel(rows, ["/data/b.csv", "/data/c.csv"], n_workers=2, threadpool=True)))
0 +4:3.12
6:pathos135:pathos: pools of processes with maps of several arguments, on multiprocess, which forks everywhere; p_tqdm puts a progress bar on them.4 76:https://github.com/uqfoundation/pathos/blob/master/pathos/multiprocessing.py77:https://github.com/uqfoundation/pathos/blob/master/pathos/helpers/__init__.py87:https://github.com/uqfoundation/multiprocess/blob/master/py3.14/multiprocess/context.py65:https://github.com/swansonk14/p_tqdm/blob/master/p_tqdm/p_tqdm.py6 
3:bad103:The pool forks where it is made, on every platform and version, from a process that has opened a table.408:from deltalake import DeltaTable
from pathos.multiprocessing import ProcessPool


def rows(path, version):
    return DeltaTable(path, version=version).to_pyarrow_table().num_rows


def main(path):
    newest = DeltaTable(path).version()
    pool = ProcessPool(nodes=2)  # error: FG101
    print(pool.map(rows, [path] * (newest + 1), range(newest + 1)))


if __name__ == "__main__":
    main("/data/events")
0 +4:3.14
4:good71:The pool hands its keywords on to multiprocess, the context among them.455:import multiprocess
from deltalake import DeltaTable
from pathos.multiprocessing import ProcessPool


def rows(path, version):
    return DeltaTable(path, version=version).to_pyarrow_table().num_rows


def main(path):
    newest = DeltaTable(path).version()
    pool = ProcessPool(nodes=2, context=multiprocess.get_context("spawn"))
    print(pool.map(rows, [path] * (newest + 1), range(newest + 1)))


if __name__ == "__main__":
    main("/data/events")
0 +4:3.14
9:near-miss66:The pool of threads has the same methods and stays in the process.380:from deltalake import DeltaTable
from pathos.pools import ThreadPool


def rows(path, version):
    return DeltaTable(path, version=version).to_pyarrow_table().num_rows


def main(path):
    newest = DeltaTable(path).version()
    pool = ThreadPool(nodes=2)
    print(pool.map(rows, [path] * (newest + 1), range(newest + 1)))


if __name__ == "__main__":
    main("/data/events")
0 +4:3.14
3:bad86:Behind the progress bar stands pathos' pool: it forks where the results are asked for.438:import polars as pl
from p_tqdm import p_uimap

PATH = "/data/sales.parquet"


def total(store):
    return store, pl.scan_parquet(PATH).filter(pl.col("store") == store).collect()["amount"].sum()


def main():
    stores = pl.read_parquet(PATH, columns=["store"])["store"].unique().to_list()
    for store, amount in p_uimap(total, stores, num_cpus=2):  # error: FG102
        print(store, amount)


if __name__ == "__main__":
    main()
0 +4:3.12
4:good63:The start method is set on multiprocess, whose pools these are.485:import multiprocess
import polars as pl
from p_tqdm import p_uimap

PATH = "/data/sales.parquet"


def total(store):
    return store, pl.scan_parquet(PATH).filter(pl.col("store") == store).collect()["amount"].sum()


def main():
    stores = pl.read_parquet(PATH, columns=["store"])["store"].unique().to_list()
    for store, amount in p_uimap(total, stores, num_cpus=2):
        print(store, amount)


if __name__ == "__main__":
    multiprocess.set_start_method("spawn")
    main()
0 +4:3.12
9:near-miss44:t_map has the progress bar and no processes.406:import polars as pl
from p_tqdm import t_map

PATH = "/data/sales.parquet"


def total(store):
    return store, pl.scan_parquet(PATH).filter(pl.col("store") == store).collect()["amount"].sum()


def main():
    stores = pl.read_parquet(PATH, columns=["store"])["store"].unique().to_list()
    for store, amount in t_map(total, stores):
        print(store, amount)


if __name__ == "__main__":
    main()
0 +4:3.12
6:pebble121:pebble's pool of processes: it forks its workers when it is given the first task, by the start method of multiprocessing.2 69:https://github.com/noxdafox/pebble/blob/master/pebble/pool/process.py71:https://github.com/noxdafox/pebble/blob/master/pebble/pool/base_pool.py4 
3:bad76:The pool forks at the first task, after the parent has looked at the tables.478:from deltalake import DeltaTable
from pebble import ProcessPool


def history(path):
    return len(DeltaTable(path).history())


def main(paths):
    with ProcessPool(max_workers=2) as pool:
        present = [path for path in paths if DeltaTable.is_deltatable(path)]
        jobs = [pool.schedule(history, args=[path], timeout=60) for path in present]  # error: FG101
        print([job.result() for job in jobs])


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good41:The context chooses another start method.533:from multiprocessing import get_context

from deltalake import DeltaTable
from pebble import ProcessPool


def history(path):
    return len(DeltaTable(path).history())


def main(paths):
    with ProcessPool(max_workers=2, context=get_context("spawn")) as pool:
        present = [path for path in paths if DeltaTable.is_deltatable(path)]
        jobs = [pool.schedule(history, args=[path], timeout=60) for path in present]
        print([job.result() for job in jobs])


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
9:near-miss59:The pool of threads is used alike and stays in the process.448:from deltalake import DeltaTable
from pebble import ThreadPool


def history(path):
    return len(DeltaTable(path).history())


def main(paths):
    with ThreadPool(max_workers=2) as pool:
        present = [path for path in paths if DeltaTable.is_deltatable(path)]
        jobs = [pool.schedule(history, args=[path]) for path in present]
        print([job.result() for job in jobs])


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
3:bad64:Each call of the decorated function runs it in a forked process.330:from deltalake import DeltaTable
from pebble import concurrent


@concurrent.process(timeout=30)
def count(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main():
    print(DeltaTable("/data/events").version())
    print(count("/data/events").result())  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
15:plain-libraries137:Libraries whose functions compute, parse or draw and come to no resource that a fork breaks: as a child's work they are not unknown code.6 52:https://numpy.org/doc/stable/reference/routines.html53:https://docs.scipy.org/doc/scipy/reference/index.html56:https://docs.opencv.org/4.x/d6/d00/tutorial_py_root.html25:https://nipy.org/nibabel/20:https://trimesh.org/56:https://boltons.readthedocs.io/en/latest/cacheutils.html0 
6:queues114:Workers of job queues: rq forks for every job, huey's consumer for every worker where it is told to use processes.2 64:https://github.com/rq/rq/blob/master/rq/worker/worker_classes.py61:https://github.com/coleifer/huey/blob/master/huey/consumer.py3 
3:bad105:The worker's script looks at the table; each job runs in a fork of it, and nobody sees here what jobs do.356:from deltalake import DeltaTable
from redis import Redis
from rq import Queue, Worker


def main():
    connection = Redis()
    print("events at version", DeltaTable("/data/events").version())
    worker = Worker([Queue("reports", connection=connection)], connection=connection)
    worker.work()  # warning: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
4:good43:This worker spawns the process of each job.348:from deltalake import DeltaTable
from redis import Redis
from rq import Queue, SpawnWorker


def main():
    connection = Redis()
    print("events at version", DeltaTable("/data/events").version())
    worker = SpawnWorker([Queue("reports", connection=connection)], connection=connection)
    worker.work()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss56:The script looks at the table when its worker has ended.348:from deltalake import DeltaTable
from redis import Redis
from rq import Queue, Worker


def main():
    connection = Redis()
    worker = Worker([Queue("reports", connection=connection)], connection=connection)
    worker.work(burst=True)
    print("events at version", DeltaTable("/data/events").version())


if __name__ == "__main__":
    main()
0 +4:3.12
10:schedulers146:Jobs of schedulers, callbacks of message loops and handlers of bots: they are called later, in this process, by the loop that they were handed to.10 56:https://schedule.readthedocs.io/en/stable/reference.html56:https://apscheduler.readthedocs.io/en/3.x/userguide.html44:https://docs.python.org/3/library/sched.html48:https://www.tornadoweb.org/en/stable/ioloop.html57:https://python-watchdog.readthedocs.io/en/stable/api.html58:https://pika.readthedocs.io/en/stable/modules/channel.html58:https://websocket-client.readthedocs.io/en/latest/app.html113:https://docs.python-telegram-bot.org/en/stable/telegram.ext.application.html#telegram.ext.Application.run_polling71:https://github.com/eclipse-paho/paho.mqtt.python/blob/v2.1.0/README.rst79:https://github.com/twisted/twisted/blob/twisted-18.9.0/docs/core/howto/time.rst3 
3:bad103:One job reads the table, another hands the files to a pool: by its second turn the process has touched.500:import time
from multiprocessing import Pool

import schedule
from deltalake import DeltaTable


def files(path):
    return len(DeltaTable(path).file_uris())


def refresh():
    print("version", DeltaTable("/data/events").version())


def report():
    with Pool(4) as pool:  # error: FG101
        print(pool.map(files, ["/data/events", "/data/clicks"]))


schedule.every(10).minutes.do(refresh)
schedule.every().day.at("06:00").do(report)
while True:
    schedule.run_pending()
    time.sleep(1)
0 +4:3.12
4:good66:The pool forks before the loop begins, and takes every job's work.534:import time
from multiprocessing import Pool

import schedule
from deltalake import DeltaTable


def files(path):
    return len(DeltaTable(path).file_uris())


def refresh():
    print("version", DeltaTable("/data/events").version())


def main():
    schedule.every(10).minutes.do(refresh)
    with Pool(4) as pool:
        schedule.every().day.at("06:00").do(pool.map, files, ["/data/events", "/data/clicks"])
        while True:
            schedule.run_pending()
            time.sleep(1)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss83:The job that touches is only handed over when the fork happens: nothing has run it.503:from multiprocessing import Process

from apscheduler.schedulers.blocking import BlockingScheduler
from deltalake import DeltaTable


def serve(path):
    print(DeltaTable(path).version())


def refresh():
    print("version", DeltaTable("/data/events").version())


def main():
    scheduler = BlockingScheduler()
    scheduler.add_job(refresh, "interval", minutes=10)
    Process(target=serve, args=("/data/events",), daemon=True).start()
    scheduler.start()


if __name__ == "__main__":
    main()
0 +4:3.12
7:servers221:Servers that import an application and then fork the workers that run its handlers or tasks: Celery's default pool, gunicorn with preload, uWSGI; and pytest-forked, which imports all test modules and forks for every test.16 67:https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html77:https://docs.celeryq.dev/en/stable/userguide/signals.html#worker-process-init44:https://github.com/celery/celery/issues/989461:https://docs.gunicorn.org/en/stable/settings.html#preload-app67:https://github.com/benoitc/gunicorn/blob/master/gunicorn/arbiter.py83:https://uwsgi-docs.readthedocs.io/en/latest/articles/TheArtOfGracefulReloading.html65:https://uwsgi-docs.readthedocs.io/en/latest/PythonDecorators.html79:https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.RouteTableDef70:https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.View64:https://docs.aiohttp.org/en/stable/web_advanced.html#middlewares82:https://flask-login.readthedocs.io/en/latest/#flask_login.LoginManager.user_loader58:https://flask-admin.readthedocs.io/en/latest/introduction/68:https://flask-socketio.readthedocs.io/en/latest/getting_started.html45:https://strawberry.rocks/docs/types/resolvers43:https://github.com/pytest-dev/pytest-forked58:https://docs.pytest.org/en/stable/reference/customize.html5 
3:bad82:Importing the module opens the table; each forked worker opens it again in a task.275:from celery import Celery
from deltalake import DeltaTable

app = Celery("reports", broker="redis://localhost")  # error: FG101
SCHEMA = DeltaTable("/data/events").to_pyarrow_table().schema


@app.task
def count(path):
    return DeltaTable(path).to_pyarrow_table().num_rows
0 +4:3.14
4:good40:The table is opened in the worker alone.342:from functools import lru_cache

from celery import Celery
from deltalake import DeltaTable

app = Celery("reports", broker="redis://localhost")


@lru_cache(None)
def schema():
    return DeltaTable("/data/events").to_pyarrow_table().schema


@app.task
def count(path):
    return DeltaTable(path).to_pyarrow_table(schema=schema()).num_rows
0 +4:3.14
9:near-miss87:What touches the table at import is not what a task does: the tasks only look at names.244:from celery import Celery
from deltalake import DeltaTable

app = Celery("reports", broker="redis://localhost")
COLUMNS = DeltaTable("/data/events").to_pyarrow_table().column_names


@app.task
def position(name):
    return COLUMNS.index(name)
0 +4:3.14
3:bad89:worker_init is sent in the parent, before the pool forks: the tasks share its connection.384:import psycopg2
from celery import Celery
from celery.signals import worker_init

app = Celery("names")  # error: FG104
database = None


@worker_init.connect
def connect(**kwargs):
    global database
    database = psycopg2.connect("dbname=names")


@app.task
def count():
    cursor = database.cursor()
    cursor.execute("select count(*) from names")
    return cursor.fetchone()
0 +4:3.12
4:good44:worker_process_init is sent in every worker.384:import psycopg2
from celery import Celery
from celery.signals import worker_process_init

app = Celery("names")
database = None


@worker_process_init.connect
def connect(**kwargs):
    global database
    database = psycopg2.connect("dbname=names")


@app.task
def count():
    cursor = database.cursor()
    cursor.execute("select count(*) from names")
    return cursor.fetchone()
0 +4:3.12
12:socketserver155:Servers of socketserver that fork for every request, and what those of xmlrpc call in them; those of both, and of http.server, that answer in this process.2 77:https://docs.python.org/3/library/socketserver.html#socketserver.ForkingMixIn103:https://docs.python.org/3/library/xmlrpc.server.html#xmlrpc.server.SimpleXMLRPCServer.register_function3 
3:bad82:Every request is answered by a forked child of a server that has opened the table.510:import socketserver

from deltalake import DeltaTable

PATH = "/data/events"


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(str(DeltaTable(PATH).history(1)).encode())


class Server(socketserver.ForkingMixIn, socketserver.TCPServer):
    pass


def main():
    print("serving version", DeltaTable(PATH).version())
    with Server(("127.0.0.1", 8000), Handler) as server:
        server.serve_forever()  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
4:good51:Threads share the one runtime that the process has.496:import socketserver

from deltalake import DeltaTable

PATH = "/data/events"


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(str(DeltaTable(PATH).history(1)).encode())


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    pass


def main():
    print("serving version", DeltaTable(PATH).version())
    with Server(("127.0.0.1", 8000), Handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss82:The server itself never touches the table: each child builds a runtime of its own.384:import socketserver

from deltalake import DeltaTable

PATH = "/data/events"


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(str(DeltaTable(PATH).history(1)).encode())


def main():
    with socketserver.ForkingTCPServer(("127.0.0.1", 8000), Handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
0 +4:3.12
10:subprocess122:A subprocess forks bare, and runs Python in the child, only for the sake of `preexec_fn`; then it becomes another program.4 66:https://docs.python.org/3/library/subprocess.html#subprocess.Popen46:https://github.com/pola-rs/polars/issues/2000074:https://github.com/pexpect/ptyprocess/blob/master/ptyprocess/ptyprocess.py66:https://github.com/giampaolo/psutil/blob/master/psutil/__init__.py5 
3:bad105:The callable runs in the forked child, before the new program starts, with a runtime that has no threads.309:import subprocess

from deltalake import DeltaTable

PATH = "/data/events"


def check_table():
    DeltaTable(PATH).history(1)


def main():
    print(DeltaTable(PATH).version())
    subprocess.run(["report", PATH], preexec_fn=check_table, check=True)  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
4:good68:The check is made in the parent; nothing runs between fork and exec.287:import subprocess

from deltalake import DeltaTable

PATH = "/data/events"


def check_table():
    DeltaTable(PATH).history(1)


def main():
    print(DeltaTable(PATH).version())
    check_table()
    subprocess.run(["report", PATH], check=True)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss102:The callable sets a resource limit and uses nothing of the library; then the child is another program.342:import resource
import subprocess

from deltalake import DeltaTable

PATH = "/data/events"


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def main():
    print(DeltaTable(PATH).version())
    subprocess.run(["report", PATH], preexec_fn=limit_memory, check=True)


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad126:A program that pexpect steers on a terminal is forked in Python, and the callable runs in the child before the program starts.456:import pexpect
from deltalake import DeltaTable

PATH = "/data/events"


def note_version():
    with open("/data/out/version", "w") as file:
        file.write(str(DeltaTable(PATH).version()))


def main():
    print(DeltaTable(PATH).version())
    shell = pexpect.spawn("sh", ["-c", "echo ready"], preexec_fn=note_version, timeout=10)  # error: FG101
    shell.expect(pexpect.EOF)
    print(shell.before.decode())


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss65:Without the callable the child becomes the other program at once.330:import pexpect
from deltalake import DeltaTable

PATH = "/data/events"


def main():
    print(DeltaTable(PATH).version())
    shell = pexpect.spawn("sh", ["-c", "echo ready"], timeout=10)
    shell.expect(pexpect.EOF)
    print(shell.before.decode())
    print(DeltaTable(PATH).version())


if __name__ == "__main__":
    main()
0 +4:3.12
10:swift-fork123:The bare fork of the C library in Swift and in C shims of its package, and the calls after which a program goes no further.2 68:https://pubs.opengroup.org/onlinepubs/9699919799/functions/fork.html48:https://github.com/kylef-archive/Curassow/pull/63 
3:bad73:The child's block goes to a queue whose threads exist in the parent only.377:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work")

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

report("parent")
let pid = fork()  // error: FG105
if pid == 0 {
    report("child")
    _exit(0)
}
var status: Int32 = 0
waitpid(pid, &status, 0)
0 -
4:good41:The process forks before it uses a queue.360:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work")

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

let pid = fork()
if pid == 0 {
    report("child")
    _exit(0)
}
report("parent")
var status: Int32 = 0
waitpid(pid, &status, 0)
0 -
9:near-miss69:The child becomes another program at once: nothing inherited is used.447:import Dispatch
import Glibc

let queue = DispatchQueue(label: "work")

func report(_ name: String) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
        print(name)
        done.signal()
    }
    done.wait()
}

report("parent")
let pid = fork()
if pid == 0 {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    execvp("true", &arguments)
    _exit(127)
}
var status: Int32 = 0
waitpid(pid, &status, 0)
0 -
13:swift-threads99:Ways to run a closure on a thread, a queue or in a task in Swift: it shares what the process holds.2 87:https://github.com/swiftlang/swift-corelibs-libdispatch/blob/main/src/swift/Queue.swift96:https://github.com/swiftlang/swift-corelibs-foundation/blob/main/Sources/Foundation/Thread.swift0 
7:threads79:Threads of this process: they share what it holds, and starting one is no fork.1 48:https://docs.python.org/3/library/threading.html0 
16:torch-dataloader114:PyTorch's DataLoader, and those that are made of it, start their workers when they are iterated, if they have any.5 44:https://github.com/lancedb/lancedb/pull/333975:https://github.com/pytorch/pytorch/blob/main/torch/utils/data/dataloader.py94:https://github.com/pyg-team/pytorch_geometric/blob/master/torch_geometric/loader/dataloader.py72:https://github.com/Project-MONAI/MONAI/blob/dev/monai/data/dataloader.py94:https://github.com/pytorch/data/blob/main/torchdata/stateful_dataloader/stateful_dataloader.py8 
3:bad127:A loader without workers calls the data set in this process: it opens the table that the workers of the next loader open again.542:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path

    def __len__(self):
        return 8

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    print(next(iter(DataLoader(Events("/data/events"), num_workers=0))))
    for batch in DataLoader(Events("/data/events"), num_workers=2):  # error: FG101
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss30:Without workers nothing forks.492:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path

    def __len__(self):
        return DeltaTable(self.path).to_pyarrow_dataset().count_rows()

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    for batch in DataLoader(Events("/data/events")):
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad106:The file is opened lazily, yet the sampler asks the data set for its length before the workers are forked.533:import h5py
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, path):
        self.path = path
        self.file = None

    def open(self):
        if self.file is None:
            self.file = h5py.File(self.path, "r")
        return self.file

    def __len__(self):
        return len(self.open()["x"])

    def __getitem__(self, index):
        return self.open()["x"][index]


for batch in DataLoader(Rows("rows.h5"), num_workers=2, shuffle=True):  # warning: FG104
    print(batch)
0 +4:3.12
3:bad101:The data set opens the table in the parent, and its __getitem__ opens it again in the forked workers.568:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path
        self.rows = DeltaTable(path).to_pyarrow_dataset().count_rows()

    def __len__(self):
        return self.rows

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    loader = DataLoader(Events("/data/events"), num_workers=4)
    for batch in loader:  # error: FG101
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:Spawned workers build a runtime of their own.585:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path
        self.rows = DeltaTable(path).to_pyarrow_dataset().count_rows()

    def __len__(self):
        return self.rows

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    loader = DataLoader(Events("/data/events"), num_workers=4, multiprocessing_context="spawn")
    for batch in loader:
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss59:Without num_workers the loader reads in the process itself.537:from deltalake import DeltaTable
from torch.utils.data import DataLoader, Dataset


class Events(Dataset):
    def __init__(self, path):
        self.path = path
        self.rows = DeltaTable(path).to_pyarrow_dataset().count_rows()

    def __len__(self):
        return self.rows

    def __getitem__(self, index):
        return DeltaTable(self.path).to_pyarrow_dataset().take([index])


def main():
    loader = DataLoader(Events("/data/events"))
    for batch in loader:
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad87:A loader of graphs forks its workers as the loader that it derives from; they call get.784:import polars as pl
from torch_geometric.data import Data, Dataset
from torch_geometric.loader import DataLoader

EDGES = "/data/edges.parquet"


class Graphs(Dataset):
    def __init__(self, names):
        super().__init__()
        self.names = names

    def len(self):
        return len(self.names)

    def get(self, index):
        edges = pl.scan_parquet(EDGES).filter(pl.col("graph") == self.names[index]).collect()
        return Data(edge_index=edges.select("source", "target").to_torch().T)


def main():
    names = pl.read_parquet(EDGES, columns=["graph"])["graph"].unique().to_list()
    loader = DataLoader(Graphs(names), batch_size=8, shuffle=True, num_workers=2)
    for batch in loader:  # error: FG102
        print(batch)


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss98:The trainer iterates the loader, and the loader's workers are spawned, as the whole program's are.742:import lightning as L
import polars as pl
from torch.multiprocessing import set_start_method
from torch.utils.data.dataloader import DataLoader, Dataset

SALES = "/data/sales.parquet"


class Sales(Dataset):
    def __init__(self, stores):
        self.stores = stores

    def __len__(self):
        return len(self.stores)

    def __getitem__(self, index):
        return pl.scan_parquet(SALES).filter(pl.col("store") == self.stores[index]).collect()["amount"].sum()


def main(model):
    stores = pl.read_parquet(SALES, columns=["store"])["store"].unique().to_list()
    L.Trainer(max_epochs=1).fit(model, DataLoader(Sales(stores), num_workers=2))


if __name__ == "__main__":
    set_start_method("spawn")
    main(L.LightningModule())
0 +4:3.12
13:torch-modules145:What PyTorch and Lightning call in this process: a module its forward, a Sequential its layers, a subset its data set, a trainer its data module.5 86:https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.forward65:https://pytorch.org/docs/stable/data.html#torch.utils.data.Subset61:https://lightning.ai/docs/pytorch/stable/data/datamodule.html86:https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.ImageFolder.html84:https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.Compose.html0 
15:torch-processes263:torch.multiprocessing.start_processes spawns unless it is told to fork; accelerate's launchers for notebooks and tests, and Lightning's strategies for notebooks tell it to. torch.multiprocessing is read as multiprocessing, so that the function has two names here.4 101:https://github.com/Lightning-AI/pytorch-lightning/blob/master/src/lightning/pytorch/strategies/ddp.py123:https://github.com/Lightning-AI/pytorch-lightning/blob/master/src/lightning/pytorch/strategies/launchers/multiprocessing.py75:https://github.com/pytorch/pytorch/blob/main/torch/multiprocessing/spawn.py79:https://github.com/huggingface/accelerate/blob/main/src/accelerate/launchers.py5 
3:bad90:The ranks fork from a process that has counted the rows, and each of them reads the table.409:import torch.multiprocessing as mp
from deltalake import DeltaTable

PATH = "/data/events"


def train(rank, rows):
    table = DeltaTable(PATH).to_pyarrow_table()
    print(rank, table.num_rows, "of", rows)


def main():
    rows = DeltaTable(PATH).to_pyarrow_table().num_rows
    mp.start_processes(train, args=(rows,), nprocs=2, start_method="fork")  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.14
4:good57:Without a word of the start method the ranks are spawned.372:import torch.multiprocessing as mp
from deltalake import DeltaTable

PATH = "/data/events"


def train(rank, rows):
    table = DeltaTable(PATH).to_pyarrow_table()
    print(rank, table.num_rows, "of", rows)


def main():
    rows = DeltaTable(PATH).to_pyarrow_table().num_rows
    mp.start_processes(train, args=(rows,), nprocs=2)


if __name__ == "__main__":
    main()
0 +4:3.14
9:near-miss42:spawn is what its name says, on Linux too.362:import torch.multiprocessing as mp
from deltalake import DeltaTable

PATH = "/data/events"


def train(rank, rows):
    table = DeltaTable(PATH).to_pyarrow_table()
    print(rank, table.num_rows, "of", rows)


def main():
    rows = DeltaTable(PATH).to_pyarrow_table().num_rows
    mp.spawn(train, args=(rows,), nprocs=2)


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad127:The launcher for notebooks forks, so that functions of the notebook reach the processes, and so does the state of the notebook.355:import polars as pl
from accelerate import notebook_launcher

SALES = "/data/sales.parquet"


def train(stores):
    rows = pl.scan_parquet(SALES).filter(pl.col("store") < stores).collect()
    print(rows.height)


stores = pl.read_parquet(SALES, columns=["store"])["store"].n_unique()
notebook_launcher(train, (stores,), num_processes=2)  # error: FG102
0 +4:3.14
9:near-miss54:One process is no launch: the function is called here.339:import polars as pl
from accelerate import notebook_launcher

SALES = "/data/sales.parquet"


def train(stores):
    rows = pl.scan_parquet(SALES).filter(pl.col("store") < stores).collect()
    print(rows.height)


stores = pl.read_parquet(SALES, columns=["store"])["store"].n_unique()
notebook_launcher(train, (stores,), num_processes=1)
0 +4:3.14
7:tornado115:Tornado's fork_processes: what comes after the call runs in the children alone, and the parent only waits for them.4 80:https://www.tornadoweb.org/en/stable/process.html#tornado.process.fork_processes68:https://github.com/tornadoweb/tornado/blob/master/tornado/process.py49:https://github.com/tornadoweb/tornado/issues/211564:https://www.tornadoweb.org/en/stable/gen.html#tornado.gen.Return3 
3:bad96:The table is opened before the processes fork, and each of them reads it again before it serves.831:import asyncio

import tornado.netutil
import tornado.process
import tornado.web
from deltalake import DeltaTable
from tornado.httpserver import HTTPServer

PATH = "/data/events"


class Size(tornado.web.RequestHandler):
    def get(self):
        self.write(str(self.settings["rows"]))


async def serve(sockets):
    rows = DeltaTable(PATH).to_pyarrow_table().num_rows
    print("serving", rows, "rows", flush=True)
    server = HTTPServer(tornado.web.Application([("/size", Size)], rows=rows))
    server.add_sockets(sockets)
    await asyncio.sleep(1)


def main():
    print("table at version", DeltaTable(PATH).version(), flush=True)
    sockets = tornado.netutil.bind_sockets(8888)
    tornado.process.fork_processes(2, max_restarts=0)  # error: FG101
    asyncio.run(serve(sockets))


if __name__ == "__main__":
    main()
0 +4:3.12
4:good34:Nothing is opened before the fork.745:import asyncio

import tornado.netutil
import tornado.process
import tornado.web
from deltalake import DeltaTable
from tornado.httpserver import HTTPServer

PATH = "/data/events"


class Size(tornado.web.RequestHandler):
    def get(self):
        self.write(str(self.settings["rows"]))


async def serve(sockets):
    rows = DeltaTable(PATH).to_pyarrow_table().num_rows
    print("serving", rows, "rows", flush=True)
    server = HTTPServer(tornado.web.Application([("/size", Size)], rows=rows))
    server.add_sockets(sockets)
    await asyncio.sleep(1)


def main():
    sockets = tornado.netutil.bind_sockets(8888)
    tornado.process.fork_processes(2, max_restarts=0)
    asyncio.run(serve(sockets))


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss54:A server that is started as one process does not fork.679:import tornado.ioloop
import tornado.web
from deltalake import DeltaTable
from tornado.httpserver import HTTPServer

PATH = "/data/events"


class Size(tornado.web.RequestHandler):
    def get(self):
        self.write(str(self.settings["rows"]))


def main():
    rows = DeltaTable(PATH).to_pyarrow_table().num_rows
    server = HTTPServer(tornado.web.Application([("/size", Size)], rows=rows))
    server.bind(8888)
    server.start(1)
    print("serving version", DeltaTable(PATH).version(), flush=True)
    tornado.ioloop.IOLoop.current().call_later(1, tornado.ioloop.IOLoop.current().stop)
    tornado.ioloop.IOLoop.current().start()


if __name__ == "__main__":
    main()
0 +4:3.12
4:tqdm108:tqdm's process_map: a ProcessPoolExecutor with a progress bar, whose start method is the standard library's.1 67:https://github.com/tqdm/tqdm/blob/master/tqdm/contrib/concurrent.py3 
3:bad69:process_map forks its workers from a process that has opened a table.348:from deltalake import DeltaTable
from tqdm.contrib.concurrent import process_map


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    rest = process_map(rows, paths[1:])  # error: FG101
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
4:good55:The start method is set before the workers are started.408:from multiprocessing import set_start_method

from deltalake import DeltaTable
from tqdm.contrib.concurrent import process_map


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    rest = process_map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    set_start_method("spawn")
    main(["/data/a", "/data/b"])
0 +4:3.12
9:near-miss32:thread_map stays in the process.330:from deltalake import DeltaTable
from tqdm.contrib.concurrent import thread_map


def rows(path):
    return DeltaTable(path).to_pyarrow_table().num_rows


def main(paths):
    first = rows(paths[0])
    rest = thread_map(rows, paths[1:])
    print(first + sum(rest))


if __name__ == "__main__":
    main(["/data/a", "/data/b"])
0 +4:3.12
12:transformers126:The trainers of transformers, and those of TRL, load batches in forked workers where their `TrainingArguments` give them some.4 71:https://github.com/huggingface/trl/blob/main/trl/trainer/sft_trainer.py71:https://github.com/huggingface/trl/blob/main/trl/trainer/base_config.py81:https://github.com/huggingface/transformers/blob/main/src/transformers/trainer.py115:https://huggingface.co/docs/transformers/main_classes/trainer#transformers.TrainingArguments.dataloader_num_workers3 
3:bad69:Four forked workers read through the file that the parent has opened.673:import h5py
from torch.utils.data import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments


class Pages(Dataset):
    def __init__(self, path):
        self.store = h5py.File(path, "r")

    def __len__(self):
        return 1000

    def __getitem__(self, index):
        return {"input_ids": self.store["pages"][index]}


def main():
    model = AutoModelForCausalLM.from_pretrained("small")
    arguments = TrainingArguments(output_dir="out", dataloader_num_workers=4)
    trainer = Trainer(model=model, args=arguments, train_dataset=Pages("/data/pages.h5"))
    trainer.train()  # warning: FG104


if __name__ == "__main__":
    main()
0 +4:3.12
4:good45:Each worker opens the file at its first item.746:import h5py
from torch.utils.data import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments


class Pages(Dataset):
    def __init__(self, path):
        self.path = path
        self.store = None

    def __len__(self):
        return 1000

    def __getitem__(self, index):
        if self.store is None:
            self.store = h5py.File(self.path, "r")
        return {"input_ids": self.store["pages"][index]}


def main():
    model = AutoModelForCausalLM.from_pretrained("small")
    arguments = TrainingArguments(output_dir="out", dataloader_num_workers=4)
    trainer = Trainer(model=model, args=arguments, train_dataset=Pages("/data/pages.h5"))
    trainer.train()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss53:Without workers the trainer reads its batches itself.629:import h5py
from torch.utils.data import Dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments


class Pages(Dataset):
    def __init__(self, path):
        self.store = h5py.File(path, "r")

    def __len__(self):
        return 1000

    def __getitem__(self, index):
        return {"input_ids": self.store["pages"][index]}


def main():
    model = AutoModelForCausalLM.from_pretrained("small")
    arguments = TrainingArguments(output_dir="out")
    trainer = Trainer(model=model, args=arguments, train_dataset=Pages("/data/pages.h5"))
    trainer.train()


if __name__ == "__main__":
    main()
0 +4:3.12
15:user-interfaces93:What a user interface calls when somebody clicks: its functions run while its main loop does.4 41:https://www.gradio.app/docs/gradio/blocks44:https://www.gradio.app/docs/gradio/interface46:https://docs.python.org/3/library/tkinter.html53:https://github.com/SUC-DriverOld/MSST-WebUI/issues/304 
3:bad92:The program has asked for a GPU when somebody clicks, and the forked process computes on it.414:from multiprocessing import Process

import gradio as gr
import torch


def separate(path):
    print(torch.load(path).cuda().mean())


def start(path):
    Process(target=separate, args=(path,)).start()  # error: FG103


if __name__ == "__main__":
    print(torch.cuda.is_available())
    with gr.Blocks() as page:
        button = gr.Button("start")
        button.click(fn=start, inputs=None)
    page.launch()
0 +4:3.12
4:good23:The process is spawned.423:from multiprocessing import get_context

import gradio as gr
import torch


def separate(path):
    print(torch.load(path).cuda().mean())


def start(path):
    get_context("spawn").Process(target=separate, args=(path,)).start()


if __name__ == "__main__":
    print(torch.cuda.is_available())
    with gr.Blocks() as page:
        button = gr.Button("start")
        button.click(fn=start, inputs=None)
    page.launch()
0 +4:3.12
9:near-miss39:Only the forked process asks for a GPU.314:from multiprocessing import Process
from tkinter import Button, Tk

import torch


def separate():
    print(torch.ones(3).cuda().mean())


def start():
    Process(target=separate).start()


if __name__ == "__main__":
    window = Tk()
    Button(window, text="start", command=start).pack()
    window.mainloop()
0 +4:3.12
3:bad29:The same from a button of Tk.367:from multiprocessing import Process
from tkinter import Button, Tk

import torch


def separate():
    print(torch.ones(3).cuda().mean())


def start():
    Process(target=separate).start()  # error: FG103


if __name__ == "__main__":
    print(torch.cuda.is_available())
    window = Tk()
    Button(window, text="start", command=start).pack()
    window.mainloop()
0 +4:3.12
11:web-servers258:Servers of web applications that answer requests in the process that starts them: handlers of Tornado, views of Flask, Quart, FastAPI, Starlette, aiohttp, Falcon, Dash and Bottle. They run where the server's loop does, so in a forked child if that starts it.7 69:https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application64:https://flask.palletsprojects.com/en/stable/api/#flask.Flask.run60:https://www.uvicorn.org/deployment/#running-programmatically67:https://docs.pylonsproject.org/projects/waitress/en/stable/api.html55:https://werkzeug.palletsprojects.com/en/stable/serving/49:https://bottlepy.org/docs/dev/api.html#bottle.run47:https://docs.gunicorn.org/en/stable/custom.html4 
3:bad95:The parent has read the table before it starts the server's process, whose view reads it again.418:from multiprocessing import Process

import uvicorn
from deltalake import DeltaTable
from fastapi import FastAPI

PATH = "/data/events"
app = FastAPI()


@app.get("/rows")
def rows():
    return DeltaTable(PATH).to_pyarrow_table().num_rows


def serve():
    uvicorn.run(app)


def main():
    print(DeltaTable(PATH).version())
    Process(target=serve).start()  # error: FG101


if __name__ == "__main__":
    main()
0 +4:3.12
3:bad71:The connection is made at import, and the handler in the child uses it.472:import sqlite3
from multiprocessing import Process

from tornado import ioloop, web

database = sqlite3.connect("names.db")


class Names(web.RequestHandler):
    def get(self):
        self.write(str(database.execute("select name from names").fetchall()))


def serve():
    application = web.Application([(r"/names", Names)])
    application.listen(8080)
    ioloop.IOLoop.current().start()


if __name__ == "__main__":
    Process(target=serve).start()  # error: FG104
0 +4:3.12
4:good35:A spawned process inherits nothing.426:import multiprocessing

import uvicorn
from deltalake import DeltaTable
from fastapi import FastAPI

PATH = "/data/events"
app = FastAPI()


@app.get("/rows")
def rows():
    return DeltaTable(PATH).to_pyarrow_table().num_rows


def serve():
    uvicorn.run(app)


def main():
    print(DeltaTable(PATH).version())
    multiprocessing.get_context("spawn").Process(target=serve).start()


if __name__ == "__main__":
    main()
0 +4:3.12
9:near-miss98:One view reads the table, another starts a process: nobody says that they are asked in this order.442:from multiprocessing import Process

from deltalake import DeltaTable
from flask import Flask

PATH = "/data/events"
app = Flask(__name__)


def export():
    print(DeltaTable(PATH).to_pyarrow_table().num_rows)


@app.route("/rows")
def rows():
    return str(DeltaTable(PATH).to_pyarrow_table().num_rows)


@app.route("/export")
def start():
    Process(target=export).start()
    return "started"


if __name__ == "__main__":
    app.run()
0 +4:3.125 
16:FORKGUARD_POLICY18:forkguard's policy1 59:https://docs.python.org/3/library/sys.html#sys.addaudithook2 
1 3:off4:note32:unset it: the guard does nothing
0 4:good7:nothing
24:GRPC_ENABLE_FORK_SUPPORT29:gRPC's own handlers at a fork2 60:https://github.com/grpc/grpc/blob/master/doc/fork_support.md69:https://github.com/grpc/grpc/blob/master/doc/environment_variables.md2 
5 0:1:05:false2:no3:off4:note56:make channels in the children only: the handlers are off
0 4:note97:make channels in the children all the same: the handlers do nothing while other threads call gRPC
35:OBJC_DISABLE_INITIALIZE_FORK_SAFETY48:macOS: no abort of a forked child in Objective-C1 77:https://github.com/apple-oss-distributions/objc4/blob/main/runtime/objc-env.h1 
0 4:note65:unset it: it hides the hazard on macOS and means nothing on Linux
15:OMP_NUM_THREADS59:threads of OpenMP: scikit-learn, XGBoost, LightGBM, PyTorch1 52:https://www.openmp.org/spec-html/5.0/openmpse50.html2 
1 1:14:good37:nothing: one thread, and none to lose
0 4:note85:set it to 1 where forked children compute, or start them with `spawn` or `forkserver`
22:TOKENIZERS_PARALLELISM34:threads of Hugging Face tokenizers1 87:https://github.com/huggingface/tokenizers/blob/main/tokenizers/src/utils/parallelism.rs2 
5 0:1:05:false2:no3:off4:good37:nothing: no threads, and none to lose
0 4:note104:leave it unset or false in programs that fork: set, it also silences the library's own care after a fork4 
14:celery-prefork34:Celery forks its workers (prefork)93:open what threads serve in a handler of worker_process_init, or choose --pool threads or solo2 8:Procfile5:*.ini1 69:https://docs.celeryq.dev/en/stable/userguide/workers.html#concurrency1 
0:0 0 2 6:celery6:worker4 4:solo7:threads6:gevent8:eventlet0 
16:gunicorn-preload46:gunicorn loads the application before it forks98:open tables and start threads in post_fork or on first use, not at import; or leave preloading out3 16:gunicorn.conf.py8:Procfile5:*.ini1 61:https://docs.gunicorn.org/en/stable/settings.html#preload-app2 
0:1 11:preload_app1 4:True0 0 0 
0:0 0 2 8:gunicorn9:--preload0 0 
13:pytest-forked43:pytest forks for every test (pytest-forked)74:leave --forked out, or open tables and start threads within the tests only5 10:pytest.ini7:tox.ini9:setup.cfg14:pyproject.toml8:Procfile1 43:https://github.com/pytest-dev/pytest-forked2 
0:1 7:addopts0 1 8:--forked0 0 
0:0 0 2 6:pytest8:--forked0 0 
13:uwsgi-preload43:uWSGI loads the application before it forks79:set lazy-apps = true, or open what threads serve in a function marked @postfork1 5:*.ini1 115:https://uwsgi-docs.readthedocs.io/en/latest/articles/TheArtOfGracefulReloading.html#preforking-vs-lazy-apps-vs-lazy1 
5:uwsgi3 6:module4:wsgi9:wsgi-file0 0 0 2 9:lazy-apps4:lazy
"""##
}
