"""A Kafka cluster of one broker: the one that librdkafka has for tests."""

import threading

from confluent_kafka import Producer

producer = Producer({"test.mock.num.brokers": 1})
broker = next(iter(producer.list_topics(timeout=10).brokers.values()))
print(f"{broker.host}:{broker.port}", flush=True)
threading.Event().wait()
