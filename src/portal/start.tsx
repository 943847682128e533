export default function Start() {
  return <h1>Проба</h1>;
}
