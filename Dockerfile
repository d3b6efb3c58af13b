# sosie in a container: the vendors on port 4360, for docker run and compose.yaml alike.
#   docker build -t sosie .

FROM node:24-bookworm-slim AS package
WORKDIR /build
# The scripts of the package would build it, from sources that are not here yet.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# What the package holds is what is installed anywhere else, without the declarations for TypeScript.
RUN node scripts/build.js \
  && npm pack --ignore-scripts \
  && mkdir /package \
  && tar -xzf sosie-*.tgz -C /package --strip-components=1

FROM node:24-bookworm-slim AS modules
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Maps and declarations are for developers, and two fifths of it all.
RUN npm ci --omit=dev --omit=peer --ignore-scripts \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.?ts' \) -delete

FROM node:24-bookworm-slim
COPY --from=modules /build/node_modules /opt/sosie/node_modules
COPY --from=package /package /opt/sosie
RUN ln -s /opt/sosie/bin/sosie.js /usr/local/bin/sosie

# A configuration file and data sets of your own are found where they are mounted: at /data.
WORKDIR /data
USER node
ENV NODE_ENV=production \
  SOSIE_HOST=0.0.0.0
EXPOSE 4360
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "/opt/sosie/bin/health.js"]
ENTRYPOINT ["sosie"]
CMD ["start"]
