// Runs beside the versions of the mall on one machine, in one process with them: the databases' files bear only one.

/**
 * Sends a request to the version that it names, or runs SQL and fills the photos' bucket for the deployment; the front
 * lets no such header in.
 */
export default {
  async fetch(request, env) {
    const binding = request.headers.get('mall-databases');
    if (binding) {
      const statements = await request.json();
      try {
        const prepared = statements.map(({ sql, values }) => env[binding].prepare(sql).bind(...values));
        return Response.json(await env[binding].batch(prepared));
      } catch (error) {
        return new Response(String(error), { status: 422 });
      }
    }
    const photo = request.headers.get('mall-photos');
    if (photo && request.method === 'PUT') {
      await env.PHOTOS.put(photo, await request.arrayBuffer());
      return new Response();
    }
    if (photo) {
      const names = await request.json();
      const heads = await Promise.all(names.map((each) => env.PHOTOS.head(each)));
      return Response.json(names.filter((_, index) => !heads[index]));
    }
    const name = request.headers.get('mall-version');
    return name ? env[name].fetch(request) : new Response('open');
  },
};
