# The service: the wheel of this folder in a slim image, run by a user who is not root.
FROM python:3.11-slim AS build
WORKDIR /source
COPY . .
# Nothing but wheels whose hashes stand in the lock files; see docs/supply.md.
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --requirement requirements/build.lock \
    && pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# A font with 汉字, without which pictures cannot be drawn as PNG.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-noto-cjk \
    && rm -r /var/lib/apt/lists/*
COPY --from=build /wheels /wheels
COPY requirements/runtime.lock /wheels/
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --requirement /wheels/runtime.lock \
    && pip install --no-cache-dir --no-deps --no-index /wheels/*.whl \
    && pip check \
    && pip uninstall --yes setuptools wheel \
    && rm -r /wheels \
    && useradd --system --create-home --uid 10001 plangraph \
    && install --directory --owner plangraph /data
USER plangraph
WORKDIR /data
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["plangraph"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
