// The suite sends no credentials: passes its requests on with a key.
import http from 'node:http';

const [server, key] = process.argv.slice(2);
const target = new URL(server);

const proxy = http.createServer((request, response) => {
  const headers = {...request.headers, authorization: `Bearer ${key}`};
  const onward = http.request(
    {host: target.hostname, port: target.port, path: request.url, method: request.method, headers},
    answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
  request.pipe(onward);
  response.on('close', () => onward.destroy());
  onward.on('error', () => response.destroy());
});
proxy.listen(0, 'localhost', () => console.log(`http://localhost:${proxy.address().port}`));
