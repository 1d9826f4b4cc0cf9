package allocation

import "testing"

func TestReleasedIsTheEnd(t *testing.T) {
	a := Allocation{ID: "al-1", State: Requested}
	for _, to := range []State{Placed, Running, Releasing, Released} {
		if err := a.Move(to); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Move(Running); err == nil {
		t.Fatal("a released allocation came back")
	}
}
