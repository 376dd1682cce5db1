// Lists of things by a key of each.
export function listed(things, keyOf) {
  const lists = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (lists.has(key)) lists.get(key).push(thing);
    else lists.set(key, [thing]);
  }
  return lists;
}
