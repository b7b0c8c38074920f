import net from 'node:net';

/** A door to the server that a test can shut: what the page sees when the server, or the way to it, is gone. */
export async function openProxy(target) {
  const { hostname, port } = new URL(target);
  const sockets = new Set();
  const keep = (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const listener = net.createServer((client) => {
    const server = net.connect(Number(port || 80), hostname);
    keep(client);
    keep(server);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    client.pipe(server);
    server.pipe(client);
  });
  const listen = (at) =>
    new Promise((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(at, '127.0.0.1', () => resolve(listener.address().port));
    });
  const own = await listen(0);
  const shut = () =>
    new Promise((resolve) => {
      listener.close(resolve);
      sockets.forEach((socket) => socket.destroy());
    });
  return { url: `http://127.0.0.1:${own}`, shut, reopen: () => listen(own) };
}
